using System.Text;

namespace ErrorTelemetry.Commands;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Report = """{"eventId":"8f14e45f-0001","message":"order 4711 failed","type":"TypeError","stack":"TypeError: order 4711 failed\n    at pay (https://shop.test/app.js:10:20)"}""";

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Explain_Report_PrintsWhatThePipelineMakesOfIt()
    {
        Assert.Equal(ExitCodes.Done, await _tool.RunWithInputAsync(Report, "explain"));

        var json = _tool.Json;
        Assert.True(json.GetProperty("accepted").GetBoolean());
        Assert.Equal("8f14e45f-0001", json.GetProperty("event").GetProperty("eventId").GetString());
        Assert.Matches("^[0-9a-f]{64}$", json.GetProperty("fingerprint").GetString());
        Assert.NotEqual(0, json.GetProperty("fingerprintComponents").GetArrayLength());
        Assert.Equal("pay", json.GetProperty("frames")[0].GetProperty("function").GetString());
        Assert.Equal("type-error", json.GetProperty("category").GetString());
        Assert.All(["severity", "ruleId", "remediation", "redactions", "errors"], name => Assert.True(json.TryGetProperty(name, out _), name));
        Assert.False(json.GetProperty("event").TryGetProperty("release", out _));
    }

    [Fact]
    public async Task Explain_File_IsRead()
    {
        var file = Path.Combine(_tool.Folder, "report.json");
        await File.WriteAllTextAsync(file, Report, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("explain", file));
        Assert.True(_tool.Json.GetProperty("accepted").GetBoolean());
    }

    [Fact]
    public async Task Explain_MissingFile_IsWrongUsage()
    {
        Assert.Equal(ExitCodes.Usage, await _tool.RunAsync("explain", Path.Combine(_tool.Folder, "none.json")));
        Assert.Contains("none.json", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Invalid_ListsTheFaults()
    {
        Assert.Equal(ExitCodes.Done, await _tool.RunWithInputAsync("""{"eventId":"x","handled":3}""", "explain", "-"));

        var json = _tool.Json;
        Assert.False(json.GetProperty("accepted").GetBoolean());
        Assert.Equal(DiscardReasons.Invalid, json.GetProperty("discardReason").GetString());
        Assert.Equal(["/handled", "/eventId", "/message"], json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task Explain_Noise_ShowsWhatItHidesWithoutAnEvent()
    {
        const string Noise = """{"eventId":"8f14e45f-0002","message":"gone","type":"TypeError","stack":"fill@moz-extension://0b8f9a52/fill.js:3:4\nrun@https://shop.test/app.js:1:2"}""";
        await _tool.RunWithInputAsync(Noise, "explain");

        var json = _tool.Json;
        Assert.False(json.GetProperty("accepted").GetBoolean());
        Assert.Equal("extensions/frame", json.GetProperty("discardRule").GetString());
        Assert.False(json.TryGetProperty("event", out _));
        Assert.Equal("fill", json.GetProperty("frames")[0].GetProperty("function").GetString());
        Assert.NotEqual(0, json.GetProperty("fingerprintComponents").GetArrayLength());
        Assert.True(json.TryGetProperty("category", out _));
    }

    [Fact]
    public async Task Explain_Lines_AnswersEachInOrder()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 3000).Select(i => i % 1000 == 7 ? "not json" : $$"""{"eventId":"event-{{i:00000}}","message":"failed {{i}}"}"""));

        Assert.Equal(ExitCodes.Done, await _tool.RunWithInputAsync(lines + "\n\n", "explain", "--jsonl"));

        var answers = _tool.JsonLines;
        Assert.Equal(3000, answers.Count);
        Assert.Equal([7, 1007, 2007], Enumerable.Range(0, 3000).Where(i => !answers[i].GetProperty("accepted").GetBoolean()));
        Assert.Equal("event-02999", answers[^1].GetProperty("event").GetProperty("eventId").GetString());
        Assert.Single(answers.Where(answer => answer.GetProperty("accepted").GetBoolean()).Select(answer => answer.GetProperty("fingerprint").GetString()).Distinct());
    }

    [Fact]
    public async Task Explain_LinesWithUnicodeAndInvalidBytes_AreTakenAndRefused()
    {
        byte[] input = [.. Encoding.UTF8.GetBytes("""{"eventId":"event-00001","message":"größer 😀"}"""), (byte)'\n', .. """{"eventId":"event-00002","message":"""u8, (byte)'"', 0xFF, (byte)'"', (byte)'}'];

        await _tool.RunWithInputAsync(input, "explain", "--jsonl");

        Assert.Equal("größer 😀", _tool.JsonLines[0].GetProperty("event").GetProperty("message").GetString());
        Assert.False(_tool.JsonLines[1].GetProperty("accepted").GetBoolean());
    }
}
