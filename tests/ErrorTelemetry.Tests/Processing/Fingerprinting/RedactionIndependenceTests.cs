using System.Collections.Concurrent;
using ErrorTelemetry.Processing.Redaction;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>Switching a detector on or off must not start new groups.</summary>
public class RedactionIndependenceTests
{
    /// <summary>Values that detectors remove. Made up; none has ever been valid.</summary>
    private static readonly string[] s_values =
    [
        "jane.doe@example.com", "192.0.2.17", "2001:db8::8a2e:370:7334", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "+1 415 555 2671", "00:1A:2B:3C:4D:5E",
        "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8", "AKIA" + "QWERTYUIOPASDFGH", "password=correcthorse", "password: 'two words'", "Bearer " + "abcdef0123456789abcdef0123456789",
        "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U", "https://user:hunter22@db.example.com/x?token=abcdef123456",
        "Server=db;User Id=sa;Password=Sup3rSecret;", @"C:\Users\jane\app\data.json", "/home/jane/app/data.json", "/Users/jane/app", "078-05-1120", "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
        "api_key=\"abcdefghijklmnop\"", "{\"password\":\"s3cret value\"}", "blk_-1608999687919862906", "[2001:db8::17]:5432", @"D:\My Files\jane.doe@example.com\a.txt", "storage4155552671", "https://hooks.slack.com/services/T00000000/B00000000/" + "XXXXXXXXXXXXXXXXXXXXXXXX",
    ];

    private static readonly ConcurrentDictionary<string, TextRedactor> s_redactors = new(StringComparer.Ordinal);

    private static readonly string[] s_sentences = ["{0}", "login failed for {0}", "cannot reach {0} within 30s", "row ({0}) is bad", "value '{0}' is bad", "{0}: no such user, {1}", "a {0} b {1} c"];

    public static TheoryData<string> Values => [.. s_values];

    [Theory]
    [MemberData(nameof(Values))]
    public void Compute_EachDetectorOff_GivesTheSameFingerprint(string value)
    {
        foreach (var sentence in s_sentences)
        {
            var report = Grouping.Report(sentence.Replace("{0}", value, StringComparison.Ordinal).Replace("{1}", "x", StringComparison.Ordinal), "Error");
            var expected = Fingerprint(report, []);
            Assert.Equal(expected, Fingerprint(report, DetectorTable.ById.Keys));
            foreach (var id in DetectorTable.ById.Keys)
                Assert.True(expected == Fingerprint(report, [id]), $"{id} changes the group of: {report.Message}");
        }
    }

    [Property(MaxTest = 200, Replay = "20261122,296144285")]
    public Property Compute_AnyDetectorsOff_GivesTheSameFingerprint()
    {
        var ids = DetectorTable.ById.Keys.Order(StringComparer.Ordinal).ToArray();
        var off = Gen.SubListOf(ids);
        var message = from sentence in Gen.Elements(s_sentences)
                      from one in Gen.Elements(s_values)
                      from other in Gen.Elements(s_values)
                      select sentence.Replace("{0}", one, StringComparison.Ordinal).Replace("{1}", other, StringComparison.Ordinal);
        return Prop.ForAll(off.Zip(message).ToArbitrary(), pair =>
        {
            var report = Grouping.Report(pair.Item2, "Error");
            return Fingerprint(report, []) == Fingerprint(report, pair.Item1);
        });
    }

    [Fact]
    public void Compute_SecretsInTheStack_DoNotCount()
    {
        var report = Grouping.Report("x", "Error", "Error: x\n    at go (http://192.0.2.17:8080/home/jane/app.js:1:2)\n    at run (file:///Users/jane/app.js:3:4)");

        Assert.Equal(Fingerprint(report, []), Fingerprint(report, DetectorTable.ById.Keys));
    }

    private static string Fingerprint(ErrorReport report, IEnumerable<string> off)
    {
        var redactor = s_redactors.GetOrAdd(string.Join(',', off), static ids =>
        {
            var options = new RedactionOptions();
            foreach (var id in ids.Split(',', StringSplitOptions.RemoveEmptyEntries))
                options.DisabledDetectors.Add(id);
            return new TextRedactor(options);
        });
        var counts = new RedactionCounts();
        return Grouping.Fingerprint(report with { Message = redactor.Redact(report.Message, counts), Stack = report.Stack is null ? null : redactor.Redact(report.Stack, counts) });
    }
}
