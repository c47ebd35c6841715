using System.Globalization;
using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

public class NameTableTests
{
    private static readonly string Secret = "Zq7" + "xW9" + "rT2" + "mK4v";

    /// <summary>Where a name and its value meet: {n} as written, {s} the value.</summary>
    public static readonly string[] Frames =
    [
        "{n}={s}", "{n} = {s}", "{n}=\"{s}\"", "{n} = '{s}'", "{n}:{s}", "{n}: {s}", "{n}: \"{s}\"", "{n} := `{s}`", "{n} => '{s}'", "{n} ?= \"{s}\"", "{n} ??= \"{s}\"", "{n} .= \"{s}\"",
        "{\"{n}\":\"{s}\"}", "{\"{n}\" : \"{s}\", \"x\": 1}", "{'{n}': '{s}'}", "{\\\"{n}\\\":\\\"{s}\\\"}", "{\\\\\\\"{n}\\\\\\\": \\\\\\\"{s}\\\\\\\"}", "&quot;{n}&quot;:&quot;{s}&quot;", "%22{n}%22%3A%22{s}%22",
        "a=1&{n}={s}&b=2", "https://h.example/p?{n}={s}&b=2", "a=b; {n}={s}; c=d", "Server=x;{n}={s};Database=y", "export {n}={s}", "[section]\n{n} = {s}\nother = 1", "list:\n  - {n}: {s}\n",
        "<{n}>{s}</{n}>", "<add key=\"{n}\" value=\"{s}\" />", "<input name='{n}' value='{s}'>", "{\"name\":\"{n}\",\"value\":\"{s}\"}", "--{n} {s} --verbose", "--{n}={s}", "run --{n} \"{s}\"",
        "set(\"{n}\", \"{s}\")", "var {n} string = \"{s}\"", "{n}: string = \"{s}\"", "{n}\\u003d{s}", "name=\"{n}\"\r\n\r\n{s}\r\n--boundary", "X-{n}: {s}\r\nHost: h", "{n} -> {s}", "env[\"{n}\"] = \"{s}\"", "({n}={s})", "{{n}={s}, b=c}",
    ];

    public static TheoryData<string> Ids => [.. NameTable.Rows.Select(row => row.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_NameInEveryCaseStyleAndFrame_LosesItsValue(string id)
    {
        var names = NameTable.Rows.Where(row => row.Id == id).SelectMany(row => row.Names);
        var isPhone = NameTable.Rows.First(row => row.Id == id).Strength == NameStrength.Phone;
        var secret = isPhone ? "0301" + "2345678" : id == "mac-address" ? "001b44" + "11a3b7" : Secret + "Hb6nD8pLs3"; // long enough for the names that ask most
        var missed = new List<string>();
        foreach (var name in names)
        {
            foreach (var frame in Frames)
            {
                var styled = Styles(name)[Math.Abs(string.GetHashCode(frame, StringComparison.Ordinal) & 0xff) % 5];
                foreach (var style in new[] { styled, Styles(name)[0] })
                {
                    var text = frame.Replace("{n}", style, StringComparison.Ordinal).Replace("{s}", secret, StringComparison.Ordinal);
                    if (Redaction.Of(text).Contains(secret, StringComparison.Ordinal)) missed.Add(text);
                }
            }
        }

        Assert.True(missed.Count == 0, $"{missed.Count} missed: {string.Join(" | ", missed.Take(12))}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_NameInProse_Survives(string id)
    {
        var names = NameTable.Rows.Where(row => row.Id == id).SelectMany(row => row.Names);
        foreach (var name in names)
        {
            foreach (var frame in new[] { "The {n} is required.", "Invalid {n}", "{n} must not be empty", "{n}: missing", "{n} = null", "'{n}' is not a known field", "at Shop.Auth.Check(String {n}) in Auth.cs:line 3", "{n}Length=12", "{n}_expired: true", "Missing {n}: expected a value of at most 64 characters" })
            {
                var text = frame.Replace("{n}", Styles(name)[1], StringComparison.Ordinal);
                Assert.Equal(text, Redaction.Of(text));
            }
        }
    }

    [Fact]
    public void Redact_HostsOwnName_LosesItsValue()
    {
        var options = new RedactionOptions();
        options.SensitiveNames.Add("customer number");
        var redactor = new TextRedactor(options);
        Assert.Equal("customerNumber=[redacted:sensitive-name]", redactor.Redact("customerNumber=4711", new RedactionCounts()));
        Assert.Equal("CUSTOMER_NUMBER: \"[redacted:sensitive-name]\"", redactor.Redact("CUSTOMER_NUMBER: \"4711\"", new RedactionCounts()));
    }

    private static string[] Styles(string name)
    {
        var parts = name.Split(' ');
        var title = parts.Select(part => char.ToUpperInvariant(part[0]) + part[1..]).ToArray();
        return
        [
            string.Join('_', parts),
            parts[0] + string.Concat(title.Skip(1)),
            string.Join('-', parts),
            string.Concat(title),
            string.Join('_', parts).ToUpper(CultureInfo.InvariantCulture),
        ];
    }
}
