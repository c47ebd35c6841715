namespace ErrorTelemetry.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task RecordAsync_SameBatchFromManyCallers_IsRecordedOnce()
    {
        var store = await CreateStoreAsync();
        var events = Some.Events(10);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.RecordAsync(events, Ct))));

        for (var i = 0; i < events.Length; i++)
            Assert.Single(outcomes, batch => batch[i] == RecordOutcome.Recorded);
        Assert.Equal(10, (await GroupAsync(store, events[0].Fingerprint)).Count);
        Assert.Equal(10, (await store.GetNewestEventsAsync(events[0].Fingerprint, cancellationToken: Ct)).Count);
    }

    [Fact]
    public async Task RecordAsync_ParallelWriters_CountExactly()
    {
        const int Writers = 8, Batches = 6, PerBatch = 10;
        var store = await CreateStoreAsync();
        var fingerprints = Enumerable.Range(0, 5).Select(_ => Some.Fingerprint()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var batch = 0; batch < Batches; batch++)
            {
                var at = Some.Now.AddSeconds((writer * Batches) + batch);
                var events = Enumerable.Range(0, PerBatch).Select(i => Some.Event(fingerprints[i % fingerprints.Length], at)).ToList();
                Assert.DoesNotContain(RecordOutcome.Duplicate, await store.RecordAsync(events, Ct));
            }
        })));

        foreach (var fingerprint in fingerprints)
        {
            var group = await GroupAsync(store, fingerprint);
            Assert.Equal(Writers * Batches * PerBatch / fingerprints.Length, group.Count);
            Assert.Equal(group.Count, (await store.GetNewestEventsAsync(fingerprint, ErrorLimits.QueryPageCount, Ct)).Count);
            Assert.Equal(group.Count, Assert.Single(group.Releases).Count);
            Assert.Equal(Some.Now, group.FirstSeen);
            Assert.Equal(Some.Now.AddSeconds((Writers * Batches) - 1), group.LastSeen);
        }
    }

    [Fact]
    public async Task RecordAsync_ParallelWritersPastTheCap_CountExactlyAndKeepTheCap()
    {
        var store = await CreateStoreAsync(maxPerHour: 7);
        var fingerprint = Some.Fingerprint();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.RecordAsync(Some.Events(15, fingerprint), Ct))));

        Assert.Equal(90, (await GroupAsync(store, fingerprint)).Count);
        Assert.Equal(7, (await store.GetNewestEventsAsync(fingerprint, cancellationToken: Ct)).Count);
    }

    [Fact]
    public async Task RecordAsync_CancelledAtAnyMoment_CommitsEventAndCountTogether()
    {
        var store = await CreateStoreAsync();
        var fingerprint = Some.Fingerprint();
        var batches = Enumerable.Range(0, 24).Select(_ => Some.Events(10, fingerprint)).ToArray();

        await Task.WhenAll(batches.Select((batch, i) => Task.Run(async () =>
        {
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            var recording = store.RecordAsync(batch, cancel.Token);
            if (i % 2 == 0)
                await cancel.CancelAsync();
            try
            {
                await recording;
            }
            catch (OperationCanceledException) when (i % 2 == 0)
            {
                // Whether it was in time is the store's to know; that it left nothing half done is what counts.
            }
        })));

        var kept = (await store.GetNewestEventsAsync(fingerprint, ErrorLimits.QueryPageCount, Ct)).Count;
        Assert.Equal(kept, (await GroupAsync(store, fingerprint)).Count);

        foreach (var batch in batches)
            await store.RecordAsync(batch, Ct);
        Assert.Equal(240, (await GroupAsync(store, fingerprint)).Count);
    }

    [Fact]
    public async Task RecordAsync_WhileTriageChanges_LosesNeither()
    {
        var store = await CreateStoreAsync();
        var fingerprint = Some.Fingerprint();
        await store.RecordAsync([Some.Event(fingerprint)], Ct);

        var recording = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await store.RecordAsync(Some.Events(2, fingerprint), Ct);
        });
        for (var version = 0; version < 10; version++)
            Assert.NotNull(await store.TryChangeTriageAsync(fingerprint, version, new TriageState { Status = TriageStatus.Triaged, Category = $"{version}" }, Ct));
        await recording;

        var group = await GroupAsync(store, fingerprint);
        Assert.Equal(41, group.Count);
        Assert.Equal((10, "9"), (group.Triage.Version, group.Triage.Category));
    }

    [Fact]
    public async Task TryChangeTriageAsync_ManyRunnersAtOnce_HasOneWinner()
    {
        var store = await CreateStoreAsync();
        var fingerprint = Some.Fingerprint();
        await store.RecordAsync([Some.Event(fingerprint)], Ct);

        var states = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            store.TryChangeTriageAsync(fingerprint, 0, Some.Filing($"runner-{i}"), Ct))));

        var winner = Assert.Single(states, state => state is not null);
        Assert.Equal(winner, (await GroupAsync(store, fingerprint)).Triage);
    }
}
