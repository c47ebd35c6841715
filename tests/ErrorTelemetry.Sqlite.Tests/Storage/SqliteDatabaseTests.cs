using Microsoft.Extensions.Logging.Abstractions;

namespace ErrorTelemetry.Storage;

public sealed class SqliteDatabaseTests : SqliteStoreTest
{
    [Fact]
    public async Task Dispose_WhileWorkHangs_ReturnsAndTheWorkClosesTheFile()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var gate = new ManualResetEventSlim();
        var database = new SqliteDatabase(new SqliteStoreOptions { DataSource = FilePath }, NullLogger.Instance);
        var work = Task.Run(
            () => database.WriteAsync(
                _ =>
                {
                    entered.SetResult();
                    gate.Wait(Ct);
                    return true;
                },
                Ct),
            Ct);
        await entered.Task;

        // The work ends only afterwards: a dispose that waited for it would never return.
        await Task.Run(database.Dispose, Ct).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Ct);
        gate.Set();

        Assert.True(await work);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.WriteAsync(_ => true, Ct));
        // The last connection that closes removes the log.
        Assert.False(File.Exists(FilePath + "-wal"));
    }
}
