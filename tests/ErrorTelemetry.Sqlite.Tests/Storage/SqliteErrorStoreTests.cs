using Microsoft.Data.Sqlite;

namespace ErrorTelemetry.Storage;

public sealed class SqliteErrorStoreTests : SqliteStoreTest
{
    [Fact]
    public async Task FirstUse_ReadOrWrite_CreatesTheFileAndItsFolders()
    {
        var path = Path.Combine(Folder, "a", "b", "errors.db");
        var store = Create(o => o.DataSource = path);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));

        Assert.Null(await store.FindGroupAsync(Some.Fingerprint(), Ct));

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task RecordAsync_ThenAnotherStore_FindsEverything()
    {
        var first = Some.Event();
        TriageState? state;
        using (var store = Create())
        {
            await store.RecordAsync([first], Ct);
            state = await store.TryChangeTriageAsync(first.Fingerprint, 0, Some.Filing(), Ct);
        }

        var reopened = Create();

        Assert.Equal([RecordOutcome.Duplicate], await reopened.RecordAsync([first], Ct));
        Assert.Equal(state, (await reopened.FindGroupAsync(first.Fingerprint, Ct))?.Triage);
        Assert.Single(await reopened.FindEventsAsync(first.CorrelationId!, cancellationToken: Ct));
    }

    [Fact]
    public async Task Dispose_ClosesTheFileForGood()
    {
        var store = Create();
        await store.RecordAsync([Some.Event()], Ct);

        store.Dispose();
        store.Dispose();

        Assert.Equal([FilePath], Directory.GetFiles(Folder));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.RecordAsync([Some.Event()], Ct));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.FindGroupAsync(Some.Fingerprint(), Ct));
    }

    [Fact]
    public async Task SeveralStoresOverOneFile_CreateItAndCountExactly()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Create()).ToArray();
        var fingerprint = Some.Fingerprint();
        var shared = Some.Events(5, fingerprint);

        await Task.WhenAll(stores.Select(store => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
                await store.RecordAsync([.. Some.Events(5, fingerprint), .. shared], Ct);
        })));

        Assert.Equal((4 * 10 * 5) + 5, (await stores[0].FindGroupAsync(fingerprint, Ct))?.Count);
        Assert.Equal((4 * 10 * 5) + 5, Query("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task TryChangeTriageAsync_FromSeveralStoresAtOnce_HasOneWinner()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Create()).ToArray();
        var one = Some.Event();
        await stores[0].RecordAsync([one], Ct);

        var states = await Task.WhenAll(stores.Select((store, i) => Task.Run(() => store.TryChangeTriageAsync(one.Fingerprint, 0, Some.Filing($"{i}"), Ct))));

        Assert.Single(states, state => state is not null);
    }

    [Fact]
    public async Task Reading_WhileAnotherProcessWrites_SeesWhatIsCommitted()
    {
        var store = Create(o => o.BusyTimeoutMilliseconds = 0);
        var first = Some.Event();
        await store.RecordAsync([first], Ct);
        using var other = Connect();
        Execute(other, "BEGIN IMMEDIATE; DELETE FROM events");

        Assert.Single(await store.FindEventsAsync(first.EventId, cancellationToken: Ct));
    }

    [Fact]
    public async Task PurgeAsync_CountedIdsPast25Hours_AreForgotten()
    {
        var store = Create(maxPerHour: 1);
        await store.RecordAsync(Some.Events(40), Ct);
        Assert.Equal(39, CountedIds());

        Time.Advance(TimeSpan.FromHours(ErrorLimits.CountedIdHours + 1));
        await store.PurgeAsync(Ct);

        Assert.Equal(0, CountedIds());
    }

    [Fact]
    public async Task RecordAsync_PastTheCap_KeepsSixteenBytesOfAnEvent()
    {
        var store = Create(maxPerHour: 0);
        await store.RecordAsync([Some.Event() with { EventId = new string('a', 64) }, Some.Event() with { EventId = new string('語', 200) }], Ct);

        Assert.Equal(32, Query("SELECT sum(length(ids)) FROM counted_appends"));
        Assert.Equal(0, Query("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task RemovedGroups_LeaveNoRowBehind()
    {
        var store = Create();
        var events = Some.Events(3);
        await store.RecordAsync(events, Ct);

        await store.DeleteGroupAsync(events[0].Fingerprint, Ct);

        Assert.Equal(0, Query("SELECT (SELECT count(*) FROM groups) + (SELECT count(*) FROM samples) + (SELECT count(*) FROM events)"));
    }

    [Theory]
    [InlineData(SqliteSynchronous.Normal)]
    [InlineData(SqliteSynchronous.Full)]
    public async Task Synchronous_EitherValue_RecordsInWalMode(SqliteSynchronous synchronous)
    {
        var store = Create(o => o.Synchronous = synchronous);

        await store.RecordAsync([Some.Event()], Ct);

        Assert.True(File.Exists(FilePath + "-wal"));
        Assert.Equal(1, Query("SELECT count(*) FROM events"));
    }

    [Theory]
    [InlineData("SELECT json FROM events WHERE event_id = ?1 OR correlation_id = ?1 OR page_id = ?1 ORDER BY timestamp_ms DESC, event_id LIMIT ?2")]
    [InlineData("SELECT json FROM events WHERE group_id = (SELECT id FROM groups WHERE fingerprint = ?1) ORDER BY timestamp_ms DESC, event_id LIMIT ?2")]
    [InlineData("DELETE FROM events WHERE id IN (SELECT e.id FROM groups g CROSS JOIN events e ON e.group_id = g.id AND e.timestamp_ms < ?1 LIMIT ?2)")]
    public async Task Events_AreAlwaysReachedByAnIndex(string sql)
    {
        await Create().RecordAsync([Some.Event()], Ct);
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        command.Parameters.Add(new SqliteParameter("?1", 1));
        command.Parameters.Add(new SqliteParameter("?2", 1));
        var plan = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                plan.Add(reader.GetString(3));
        }

        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN events", StringComparison.Ordinal) || step.StartsWith("SCAN e", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("USING", StringComparison.Ordinal) && step.Contains("INDEX events_by_", StringComparison.Ordinal));
    }
}
