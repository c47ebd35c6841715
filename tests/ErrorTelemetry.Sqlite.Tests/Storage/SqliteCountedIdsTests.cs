namespace ErrorTelemetry.Storage;

/// <summary>Ids that are only counted are known wherever they lie: in rows as they were appended, in the table they move to, or on the way.</summary>
public sealed class SqliteCountedIdsTests : SqliteStoreTest
{
    private const int BatchSize = 512;
    private readonly string _fingerprint = Some.Fingerprint();

    [Fact]
    public async Task RecordAsync_MoreIdsThanAreKnownByHeart_KnowsThemAllAndMovesThem()
    {
        const int Batches = 3 * SqliteCountedIds.WorthMoving / BatchSize;
        var store = Create(maxPerHour: 0);
        var batches = Enumerable.Range(0, Batches).Select(_ => Some.Events(BatchSize, _fingerprint)).ToList();

        foreach (var batch in batches)
            Assert.DoesNotContain(RecordOutcome.Duplicate, await store.RecordAsync(batch, Ct));

        foreach (var batch in batches)
            Assert.DoesNotContain(RecordOutcome.Recorded, await store.RecordAsync(batch, Ct));
        Assert.DoesNotContain(RecordOutcome.Recorded, await Create(maxPerHour: 0).RecordAsync(batches[Batches / 2], Ct));
        Assert.Equal(Batches * BatchSize, (await store.FindGroupAsync(_fingerprint, Ct))?.Count);
        Assert.Equal(Batches * BatchSize, CountedIds());
        Assert.InRange(Query("SELECT count(*) FROM counted_ids"), SqliteCountedIds.WorthMoving, Batches * BatchSize);
        // No more rows than are known by heart.
        Assert.InRange(Query("SELECT sum(length(ids)) / 16 FROM counted_appends"), 0, 2 * SqliteCountedIds.WorthMoving);
    }

    [Fact]
    public async Task RecordAsync_TwoStoresOnOneFile_KnowEachOthersIdsAtEveryStageOfTheMove()
    {
        const int Batches = 5 * SqliteCountedIds.WorthMoving / BatchSize / 2;
        SqliteErrorStore[] stores = [Create(maxPerHour: 0), Create(maxPerHour: 0)];
        var earlier = new List<ErrorEvent>();

        for (var i = 0; i < Batches; i++)
        {
            var batch = Some.Events(BatchSize, _fingerprint);
            Assert.DoesNotContain(RecordOutcome.Duplicate, await stores[i % 2].RecordAsync(batch, Ct));
            earlier.Add(batch[i % BatchSize]);
            Assert.DoesNotContain(RecordOutcome.Recorded, await stores[(i + 1) % 2].RecordAsync(earlier, Ct));
        }

        Assert.Equal(Batches * BatchSize, (await stores[0].FindGroupAsync(_fingerprint, Ct))?.Count);
        Assert.Equal(Batches * BatchSize, CountedIds());
    }

    [Fact]
    public async Task RecordAsync_AfterARollback_KnowsNoIdOfIt()
    {
        var store = Create(maxPerHour: 0);
        var known = Some.Event(_fingerprint);
        await store.RecordAsync([known], Ct);
        var batch = Some.Events(20, _fingerprint);
        using (var other = Connect())
            Execute(other, "CREATE TRIGGER broken BEFORE INSERT ON counted_appends BEGIN SELECT RAISE(ABORT, 'broken'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => store.RecordAsync(batch, Ct));
        using (var other = Connect())
            Execute(other, "DROP TRIGGER broken");

        Assert.DoesNotContain(RecordOutcome.Duplicate, await store.RecordAsync(batch, Ct));
        Assert.Equal([RecordOutcome.Duplicate], await store.RecordAsync([known], Ct));
        Assert.Equal(21, (await store.FindGroupAsync(_fingerprint, Ct))?.Count);
    }

    [Fact]
    public async Task RecordAsync_AfterAnotherProcessPurged_AppendsPastItsRows()
    {
        var store = Create(maxPerHour: 0);
        var other = Create(maxPerHour: 0);
        await store.RecordAsync([Some.Event(_fingerprint)], Ct);
        await store.RecordAsync([Some.Event(_fingerprint)], Ct);
        Time.Advance(TimeSpan.FromHours(ErrorLimits.CountedIdHours + 1));
        await other.PurgeAsync(Ct);
        var next = Some.Event(_fingerprint);

        Assert.Equal([RecordOutcome.Recorded], await other.RecordAsync([next], Ct));
        Assert.Equal([RecordOutcome.Duplicate], await store.RecordAsync([next], Ct));
    }

    [Fact]
    public async Task CatchUp_WhereOnlyAnotherProcessCounts_ForgetsWhatThatOneHasMoved()
    {
        var store = Create(maxPerHour: 0);
        await store.RecordAsync([Some.Event(_fingerprint)], Ct);
        using var writer = new SqliteWriter(Connect(), new SqliteCheckpoints(Connect));
        var most = 0;

        for (var counted = 0; counted < 2 * SqliteCountedIds.TooMany; counted += BatchSize)
        {
            var batch = Some.Events(BatchSize, _fingerprint);
            await store.RecordAsync(batch, Ct);
            most = Math.Max(most, writer.InTransaction(other =>
            {
                other.Events.CountedIds.CatchUp();
                Assert.All(batch, one => Assert.True(other.Events.CountedIds.Contains(one.EventId)));
                return other.Events.CountedIds.KnownByHeart;
            }));
        }

        Assert.InRange(most, SqliteCountedIds.WorthMoving, SqliteCountedIds.TooMany);
    }
}
