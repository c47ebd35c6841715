using System.Text.Json;
using ErrorTelemetry.Json;
using ErrorTelemetry.Processing.Redaction;
using ErrorTelemetry.Processing.Redaction.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Processing;

/// <summary>A secret or a person's data of every kind, in every text of a report, in the forms that texts give it: none comes out anywhere.</summary>
public sealed class FieldMatrixTests : IDisposable
{
    private static readonly (string Kind, string Value, string Core)[] Personal =
    [
        ("e-mail", "jane.roe.4711@mail.example", "jane.roe"),
        ("card", "4539578763621486", "4539578763621486"),
        ("card in groups", "4539 5787 6362 1486", "6362 1486"),
        ("account", "DE89370400440532013000", "0440532013"),
        ("ssn", "536-22-8714", "536-22-8714"),
        ("phone", "+49 30 901820", "901820"),
        ("address of a host", "83.14.7.201", "83.14.7.201"),
        ("address of a host, long", "2a02:8109:9a40:1b2c::7f3", "9a40:1b2c"),
        ("mac", "4a:00:04:1c:9b:50", "04:1c:9b"),
        ("home", "/home/janeroe/app", "janeroe"),
        ("home on Windows", "C:\\Users\\janeroe\\app", "janeroe"),
        ("address with a password", "https://joe:blueKite77x@git.example/x.git", "blueKite77x"),
        ("database with a password", "mongodb+srv://shop:blueKite77x@cluster0.example/db", "blueKite77x"),
    ];

    private static readonly (string Name, Func<string, string> Of)[] Contexts =
    [
        ("bare", v => $"request rejected for {v} today"),
        ("alone", v => v),
        ("json", v => "body " + JsonSerializer.Serialize(new Dictionary<string, string> { ["detail"] = v }, Relaxed)),
        ("json in json", v => "log " + JsonSerializer.Serialize(new Dictionary<string, string> { ["body"] = JsonSerializer.Serialize(new Dictionary<string, string> { ["detail"] = v }, Relaxed) }, Relaxed)),
        ("header", v => $"X-Detail: {v}"),
        ("form", v => $"n=1&detail={v}"),
        ("environment", v => $"DETAIL_VALUE={v}"),
        ("yaml", v => $"detail:\n  value: {v}\n"),
        ("connection string", v => $"Server=db;Detail={v};Timeout=3"),
        ("quoted", v => $"unexpected value '{v}' given"),
        ("call", v => $"call({v}) failed"),
        ("list", v => $"a,{v},b"),
        ("element", v => $"<Detail>{v}</Detail>"),
        ("lines", v => $"one\n{v}\nthree"),
        ("escaped lines", v => $"one\\n{v}\\nthree"),
        ("curl", v => $"curl -H 'X-Detail: {v}' https://api.example/x"),
    ];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, Func<string, ErrorReport> Of)[] Fields =
    [
        ("message", t => Some.Report() with { Message = t }),
        ("type", t => Some.Report() with { Type = t }),
        ("stack of a browser", t => Some.Report() with { Stack = $"Error: {t}\n    at f (https://shop.example/app.js:1:2)" }),
        ("stack of .NET", t => Some.Report() with { Type = "System.Exception", Stack = $"System.Exception: {t}\n   at Shop.Cart.Total() in /src/Cart.cs:line 12" }),
        ("cause", t => Some.Report() with { Causes = [new ErrorCause(t, t, $"E: {t}\n    at g (https://shop.example/b.js:3:4)")] }),
        ("component stack", t => Some.Report() with { ComponentStack = $"\n    at Cart ({t})\n    at App" }),
        ("query", t => Some.Report() with { Url = $"https://shop.example/p?d={t}#{t}" }),
        ("user agent", t => Some.Report() with { UserAgent = $"Mozilla/5.0 (X11; Linux x86_64) {t}" }),
        ("breadcrumb", t => Some.Report() with { Breadcrumbs = [new Breadcrumb(null, t, t)] }),
        ("tag", t => Some.Report() with { Tags = new Dictionary<string, string> { ["detail"] = t } }),
        ("tag's name", t => Some.Report() with { Tags = new Dictionary<string, string> { [t] = "v" } }),
        ("release", t => Some.Report() with { Release = t }),
        ("environment", t => Some.Report() with { Environment = t }),
        ("session", t => Some.Report() with { SessionId = t }),
        ("correlation", t => Some.Report() with { CorrelationId = t }),
        ("page", t => Some.Report() with { PageId = t }),
        ("fingerprint", t => Some.Report() with { Fingerprint = ["{{default}}", t.Length > ErrorLimits.FingerprintPartChars ? t[..ErrorLimits.FingerprintPartChars] : t] }),
    ];

    private readonly ServiceProvider _services = new ServiceCollection().AddErrorTelemetry().Services.BuildServiceProvider();

    public static TheoryData<string> FieldNames => [.. Fields.Select(row => row.Name)];

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(FieldNames))]
    public void Process_PlantedValueOfEveryKind_ComesOutNowhere(string name)
    {
        var pipeline = _services.GetRequiredService<ErrorPipeline>();
        var field = Fields.Single(field => field.Name == name);
        var leaks = new List<string>();
        int reports = 0, events = 0;
        foreach (var (kind, value, core) in Planted())
        {
            foreach (var context in Contexts)
            {
                var result = pipeline.Process(field.Of(context.Of(value)), ReportSource.Server, Some.Now);
                reports++;
                events += result.Event is null ? 0 : 1;
                if (Everything(result).Contains(core, StringComparison.Ordinal)) leaks.Add($"{kind}, {context.Name}: {result.Event?.Message}");
            }
        }

        Assert.True(leaks.Count == 0, string.Join("\n", leaks));
        // A report that is refused cannot leak: nearly all have to pass.
        Assert.InRange(events, reports * 9 / 10, reports);
    }

    private static IEnumerable<(string Kind, string Value, string Core)> Planted()
    {
        foreach (var row in TokenTable.Rows)
        {
            var form = row.Forms.FirstOrDefault(form => TokenShape.Parse(form).Literal.Length > 2);
            if (form is null) continue;
            var sample = Sample(form);
            if (sample.Length <= ErrorLimits.FingerprintPartChars / 2) yield return (row.Id, sample, sample[^8..]);
        }

        foreach (var row in Personal) yield return row;
    }

    /// <summary>Chance may leave the digits out of a short token, as it hardly ever does.</summary>
    private static string Sample(string form)
    {
        var seed = 0;
        string sample;
        do sample = ShapeSampler.Sample(form, seed++);
        while (sample[TokenShape.Parse(form).Literal.Length..].Count(char.IsAsciiDigit) < 2 && seed < 100);
        return sample;
    }

    private static string Everything(PipelineResult result) =>
        result.Event is null
            ? string.Empty
            : JsonSerializer.Serialize(result.Event, ErrorTelemetryJson.Event) + string.Join('\n', result.Fingerprint!.Components) + string.Join('\n', result.Frames);
}
