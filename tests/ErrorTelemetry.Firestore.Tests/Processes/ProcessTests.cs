namespace ErrorTelemetry.Processes;

/// <summary>The promises that take more than one process to break: nothing that was acknowledged is lost, and nothing counts twice.</summary>
[Trait("Category", "Slow")]
public sealed class ProcessTests : IDisposable
{
    private const int Groups = 20;
    private const int WritersPerProcess = 4;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Record_EightWritersInTwoProcesses_CountEveryEventOnce()
    {
        await using var server = StartServer(port: 0);
        var host = await HostAsync(server);

        await CheckAsync(host, await RunWritersAsync(host, batches: 12, meanwhile: () => Task.CompletedTask));
    }

    [Fact]
    public async Task Record_WhileOneCallInTwentyFails_CountEveryEventOnce()
    {
        await using var server = StartServer(port: 0, "--fault-rate", "0.05");
        var host = await HostAsync(server);

        await CheckAsync(host, await RunWritersAsync(host, batches: 8, meanwhile: () => Task.CompletedTask));
    }

    [Fact]
    public async Task Record_ServerKilledAndStartedAgainInTheMiddle_LosesNothingAndCountsNothingTwice()
    {
        var server = StartServer(port: 0);
        var host = await HostAsync(server);
        ChildProcess? again = null;
        try
        {
            var acknowledged = await RunWritersAsync(host, batches: 25, meanwhile: async () =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System, Ct);
                await server.KillAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Ct);
                again = StartServer(int.Parse(host.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
                Assert.Equal(host, await HostAsync(again));
            });

            await CheckAsync(host, acknowledged);
        }
        finally
        {
            await server.DisposeAsync();
            if (again is not null)
                await again.DisposeAsync();
        }
    }

    private static async Task<string> HostAsync(ChildProcess server) => (await server.FirstLine.WaitAsync(TimeSpan.FromMinutes(1), Ct)).Split('=')[1];

    private static async Task<List<string>> RunWritersAsync(string host, int batches, Func<Task> meanwhile)
    {
        await using var one = ChildProcess.Start("ErrorTelemetry.FirestoreLoad", "write", host, $"{Groups}", $"{WritersPerProcess}", $"{batches}");
        await using var other = ChildProcess.Start("ErrorTelemetry.FirestoreLoad", "write", host, $"{Groups}", $"{WritersPerProcess}", $"{batches}");
        await Task.WhenAll(one.FirstLine, other.FirstLine);
        await meanwhile();
        foreach (var writers in new[] { one, other })
        {
            Assert.Equal(0, await writers.WaitAsync(Ct));
            Assert.Empty(string.Concat(writers.Errors));
        }

        return [.. one.Lines, .. other.Lines];
    }

    private static async Task CheckAsync(string host, List<string> acknowledged)
    {
        await using var store = new FirestoreErrorStore(StoreUnderTest.Options(host), new ErrorStorageOptions(), TimeProvider.System, _ => null);
        var groups = (await store.QueryGroupsAsync(new GroupQuery { Limit = ErrorLimits.QueryPageCount }, Ct)).Groups;
        Assert.Equal(Groups, groups.Count);
        Assert.Equal(acknowledged.Count, acknowledged.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(acknowledged.Count, groups.Sum(group => group.Count));
        Assert.All(groups, group => Assert.Equal(group.Count, Assert.Single(group.Releases).Count));
        foreach (var id in acknowledged.Where((_, i) => i % 17 == 0))
            Assert.Single(await store.FindEventsAsync(id, cancellationToken: Ct));
    }

    private ChildProcess StartServer(int port, params string[] more) =>
        ChildProcess.Start("ErrorTelemetry.FirestoreServer", ["--port", $"{port}", "--journal", Path.Combine(_folder.FullName, "journal"), .. more]);
}
