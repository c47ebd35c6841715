namespace ErrorTelemetry.Commands;

public sealed class StoreCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Groups_Json_IsAnArrayOfGroups()
    {
        var group = Some.Fingerprint("cart");
        await _tool.RecordAsync([.. Some.Events(3, group), Some.Event()]);

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("groups", "--sqlite", _tool.Database, "--json"));

        Assert.Equal(2, _tool.Json.GetArrayLength());
        var cart = _tool.Json.EnumerateArray().Single(one => one.GetProperty("fingerprint").GetString() == group);
        Assert.Equal(3, cart.GetProperty("count").GetInt64());
        Assert.Equal("open", cart.GetProperty("status").GetString());
        Assert.All(["type", "title", "firstSeen", "lastSeen", "category", "issueUrl", "remediation", "lastCorrelationIds"], name => Assert.True(cart.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Groups_MoreThanAPage_ListsAll()
    {
        await _tool.RecordAsync(Enumerable.Range(0, ErrorLimits.QueryPageCount + 3).Select(_ => Some.Event()).ToArray());

        await _tool.RunAsync("groups", "--sqlite", _tool.Database, "--json");

        Assert.Equal(ErrorLimits.QueryPageCount + 3, _tool.Json.GetArrayLength());
    }

    [Fact]
    public async Task Groups_Table_ShowsCountAndHostileTitleAsText()
    {
        await _tool.RecordAsync(Some.Event() with { Title = "[red]not markup[/]" });

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("groups", "--sqlite", _tool.Database));

        Assert.Contains("[red]", _tool.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Json_HasTheNewestEvents()
    {
        var group = Some.Fingerprint("cart");
        await _tool.RecordAsync(Some.Events(2, group));

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("show", group, "--sqlite", _tool.Database, "--json"));

        Assert.Equal(2, _tool.Json.GetProperty("events").GetArrayLength());
        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("show", group[..8], "--sqlite", _tool.Database));
        Assert.Contains("Sample stack", _tool.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_UnknownOrTooShort_SaysSo()
    {
        await _tool.RecordAsync(Some.Event());

        Assert.Equal(ExitCodes.SomeFailed, await _tool.RunAsync("show", Some.Fingerprint("none"), "--sqlite", _tool.Database));
        Assert.NotEmpty(_tool.Error);
        Assert.Equal(ExitCodes.Usage, await _tool.RunAsync("show", "abc", "--sqlite", _tool.Database));
    }

    [Fact]
    public async Task Triage_DryRun_PrintsTheIssueAndChangesNothing()
    {
        var one = Some.Event();
        await _tool.RecordAsync(one);

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("triage", "--sqlite", _tool.Database, "--repo", "owner/name", "--dry-run"));
        Assert.Contains(one.Fingerprint, _tool.Text, StringComparison.Ordinal);
        Assert.Contains(one.CorrelationId!, _tool.Text, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("triage", "--sqlite", _tool.Database, "--repo", "owner/name", "--dry-run", "--json"));
        Assert.True(_tool.Json.GetProperty("dryRun").GetBoolean());
        await _tool.RunAsync("groups", "--sqlite", _tool.Database, "--json");
        Assert.Equal("open", _tool.Json[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Triage_MissingFile_ExitsWithThree()
    {
        Assert.Equal(ExitCodes.Unreachable, await _tool.RunAsync("triage", "--sqlite", _tool.Database, "--repo", "owner/name", "--dry-run"));
        Assert.Contains(_tool.Database, _tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no group", _tool.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_WrongRepository_ExitsWithTwo()
    {
        await _tool.RecordAsync(Some.Event());

        Assert.Equal(ExitCodes.Usage, await _tool.RunAsync("triage", "--sqlite", _tool.Database, "--repo", "no slash", "--dry-run"));
        Assert.Contains("OWNER/NAME", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_CorrelationId_GivesItsEvent()
    {
        var one = Some.Event();
        await _tool.RecordAsync(one, Some.Event());

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("find", one.CorrelationId!, "--sqlite", _tool.Database, "--json"));
        Assert.Equal(one.EventId, Assert.Single(_tool.Json.EnumerateArray()).GetProperty("eventId").GetString());

        Assert.Equal(ExitCodes.SomeFailed, await _tool.RunAsync("find", "nobody-has-this", "--sqlite", _tool.Database));
        Assert.NotEmpty(_tool.Error);
    }

    [Fact]
    public async Task Forget_Group_RemovesItWithItsEvents()
    {
        var one = Some.Event();
        await _tool.RecordAsync(one);

        Assert.Equal(ExitCodes.Done, await _tool.RunAsync("forget", one.Fingerprint, "--sqlite", _tool.Database));
        await _tool.RunAsync("groups", "--sqlite", _tool.Database, "--json");
        Assert.Equal(0, _tool.Json.GetArrayLength());
        Assert.Equal(ExitCodes.SomeFailed, await _tool.RunAsync("find", one.EventId, "--sqlite", _tool.Database));
        Assert.Equal(ExitCodes.SomeFailed, await _tool.RunAsync("forget", one.Fingerprint, "--sqlite", _tool.Database));
    }

    [Theory]
    [InlineData("groups")]
    [InlineData("groups", "--sqlite", "a.db", "--firestore-project", "p")]
    [InlineData("show", "--sqlite", "a.db")]
    [InlineData("nonsense")]
    [InlineData("groups", "--sqlite", "a.db", "--unknown")]
    public async Task WrongUsage_ExitsWithTwoAndSaysSo(params string[] args)
    {
        Assert.Equal(ExitCodes.Usage, await _tool.RunAsync(args));
        Assert.NotEmpty(_tool.Error);
        Assert.Empty(_tool.Output);
    }

    [Fact]
    public async Task MissingFile_ExitsWithThreeAndCreatesNothing()
    {
        Assert.Equal(ExitCodes.Unreachable, await _tool.RunAsync("groups", "--sqlite", _tool.Database));

        Assert.Contains(_tool.Database, _tool.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task CorruptFile_ExitsWithThree()
    {
        await File.WriteAllTextAsync(_tool.Database, new string('x', 5000), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Unreachable, await _tool.RunAsync("groups", "--sqlite", _tool.Database));
        Assert.NotEmpty(_tool.Error);
    }
}
