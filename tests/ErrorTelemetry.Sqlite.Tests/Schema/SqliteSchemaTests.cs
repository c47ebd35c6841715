using ErrorTelemetry.Storage;
using SQLitePCL;

namespace ErrorTelemetry.Schema;

public sealed class SqliteSchemaTests : SqliteStoreTest
{
    [Fact]
    public async Task Migrate_NewFile_HasTheVersionOfThisRelease()
    {
        await Create().RecordAsync([Some.Event()], Ct);

        Assert.Equal(SqliteSchema.Version, Query("PRAGMA user_version"));
        Assert.NotEqual(0, Query("PRAGMA application_id"));
    }

    [Fact]
    public async Task Migrate_LaterVersion_SaysSoAndTouchesNothing()
    {
        using (var store = Create())
            await store.RecordAsync([Some.Event()], Ct);
        using (var other = Connect())
            Execute(other, $"PRAGMA user_version = {SqliteSchema.Version + 1}");

        var failure = await FailsAsync(() => Create().RecordAsync([Some.Event()], Ct), isTransient: false);

        Assert.Contains($"has schema version {SqliteSchema.Version + 1}, written by a later release; this one knows {SqliteSchema.Version}. Update", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, Query("SELECT count(*) FROM events"));
    }

    [Theory]
    [InlineData("CREATE TABLE orders (id INTEGER)")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("PRAGMA application_id = 7; CREATE TABLE orders (id INTEGER)")]
    public async Task Migrate_AnotherApplicationsFile_SaysSoAndTouchesNothing(string sql)
    {
        using (var other = Connect())
            Execute(other, sql);
        var before = await File.ReadAllBytesAsync(FilePath, Ct);

        var failure = await FailsAsync(() => Create().RecordAsync([Some.Event()], Ct), isTransient: false);

        Assert.Contains("belongs to another application. Choose another path", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath, Ct));
    }

    [Fact]
    public async Task Migrate_EmptyFile_BecomesAStore()
    {
        await File.WriteAllBytesAsync(FilePath, [], Ct);

        Assert.Equal([RecordOutcome.Recorded], await Create().RecordAsync([Some.Event()], Ct));
    }

    [Fact]
    public async Task Migrate_ManyAtOnce_RunsEachScriptOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Create6().RecordAsync([Some.Event()], Ct))));

        Assert.All(outcomes, outcome => Assert.Equal([RecordOutcome.Recorded], outcome));
        Assert.Equal(6, Query("SELECT count(*) FROM events"));
        return;

        SqliteErrorStore Create6()
        {
            lock (Time)
                return Create();
        }
    }

    [Fact]
    public void Migrate_AnotherProcessCreatesTheTablesBetweenItsQuestions_DoesNotTakeThemForForeign()
    {
        using var connection = Connect();
        using var other = Connect();
        List<int> results = [];
        raw.sqlite3_trace(connection.Handle, (_, statement) =>
        {
            if (results.Count == 0 && statement == "SELECT count(*) FROM sqlite_schema;")
                results.Add(raw.sqlite3_exec(other.Handle, $"CREATE TABLE groups (id); PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = {SqliteSchema.Version};"));
        }, null);

        var found = SqliteSchema.Migrate(connection);

        Assert.Equal(0, found);
        Assert.Equal([raw.SQLITE_BUSY], results);
        Assert.Equal(SqliteSchema.Version, Query("PRAGMA user_version"));
    }
}
