using System.Text;
using System.Text.Json;
using ErrorTelemetry.Json;
using ErrorTelemetry.Processing.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Processing;

/// <summary>Reports that nobody would write, from seeds: no step fails on them, and no planted secret comes out anywhere.</summary>
public sealed class ErrorPipelineFuzzTests : IDisposable
{
    // Put together here, so that no scanner takes this file for a leak.
    private static readonly string[] Secrets =
    [
        "ghp" + "_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
        "AKIA" + "Z7Q2M4N8P6R3T5V9",
        "sk_live" + "_4eC39HqLyjWDarjtT1zdp7dcQ2w3",
        "xoxb" + "-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx",
        "glpat" + "-Zx9Yw8Vu7Ts6Rq5Po4Nm",
        "jane.roe.4711" + "@mail.test",
    ];

    private static readonly string[] Pieces =
    [
        " at a.b (https://shop.test/x.js:1:2)", "\n   at Shop.Cart.Total() in /src/Cart.cs:line 3", " ---> System.Exception: ", "\n", "\r\n", " ", "\t", "\"", "'", "{", "}", "[", "]", "(", ")", "<", ">",
        "=", ":", ";", ",", "?", "&", "#", "@", "/", "\\", "%", "\0", "\u001b[31m", "\ud83d", "\ude00", "😀", "é", "…", "password", "token", "12", "0x1f", "2026-11-22", "[redacted:email]", "[redacted:", "a", "TypeError: ",
    ];

    private readonly ServiceProvider _services = new ServiceCollection().AddErrorTelemetry().Services.BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Process_RandomReports_NeverFailsAndNeverLeaks(int seed)
    {
        var pipeline = _services.GetRequiredService<ErrorPipeline>();
        var random = new Random(seed);
        var accepted = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var secret = Secrets[random.Next(Secrets.Length)];
            var result = pipeline.Process(Report(random, secret), (ReportSource)random.Next(2), Some.Now);

            Assert.NotEqual(DiscardReasons.PipelineFailed, result.DiscardReason);
            if (result.Event is null)
                continue;
            accepted++;
            var output = Everything(result);
            Assert.True(!output.Contains(secret, StringComparison.Ordinal), $"seed {seed}, report {i}: a secret came out: {output}");
        }

        Assert.True(accepted > 500);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Read_MutatedBodies_NeverThrows(int seed)
    {
        var random = new Random(seed);
        var body = JsonSerializer.SerializeToUtf8Bytes(Some.Report(), ErrorTelemetryJson.Report);
        for (var i = 0; i < 3_000; i++)
        {
            var mutant = body.ToArray();
            for (var n = random.Next(1, 8); n > 0; n--)
                mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
            var reading = ReportReader.Read(mutant.AsSpan(0, random.Next(mutant.Length + 1)));
            Assert.NotEqual(reading.Report is null, reading.Faults.Count == 0);
        }
    }

    private static string Everything(PipelineResult result)
    {
        var text = new StringBuilder();
        // Unescaped, so that a secret cannot hide behind an escape.
        text.AppendLine(JsonSerializer.Serialize(result.Event!, ErrorTelemetryJson.Event).Replace("\\u0022", "\"", StringComparison.Ordinal));
        text.AppendJoin('\n', result.Fingerprint!.Components).AppendLine();
        text.AppendJoin('\n', result.Frames);
        return text.ToString();
    }

    private static ErrorReport Report(Random random, string secret) => Some.Report() with
    {
        Message = Text(random, secret),
        Type = Text(random, secret),
        Stack = Text(random, secret),
        Mechanism = Text(random, secret),
        Url = "https://shop.test/" + Text(random, secret),
        Route = Text(random, secret),
        Release = Text(random, secret),
        Environment = Text(random, secret),
        UserAgent = Text(random, secret),
        SessionId = Text(random, secret),
        ComponentStack = Text(random, secret),
        Causes = [new ErrorCause(Text(random, secret), Text(random, secret), Text(random, secret))],
        Breadcrumbs = [new Breadcrumb(null, Text(random, secret), Text(random, secret))],
        Tags = new Dictionary<string, string> { [Text(random, secret)] = Text(random, secret) },
        Fingerprint = random.Next(3) == 0 ? ["{{default}}", Text(random, secret)] : [],
    };

    /// <summary>A secret stands between blanks: glued to a letter it is another word.</summary>
    private static string Text(Random random, string secret)
    {
        var text = new StringBuilder();
        for (var n = random.Next(30); n > 0; n--)
            text.Append(random.Next(12) == 0 ? $" {secret} " : Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
