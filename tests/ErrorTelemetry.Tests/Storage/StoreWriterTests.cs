using System.Diagnostics;
using System.Diagnostics.Metrics;
using ErrorTelemetry.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Opt = Microsoft.Extensions.Options.Options;

namespace ErrorTelemetry.Storage;

public sealed class StoreWriterTests : IAsyncDisposable
{
    private readonly FakeStore _store = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ErrorProcessingOptions _options = new();
    private StoreWriter? _writer;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StoreWriter Writer => _writer ??= new StoreWriter(_store, Opt.Create(_options), Metrics, TimeProvider.System, NullLogger<StoreWriter>.Instance);

    private TelemetryMetrics Metrics => field ??= new TelemetryMetrics(_services.GetRequiredService<IMeterFactory>());

    [Fact]
    public async Task WriteAsync_ReturnsOnlyAfterTheCommit()
    {
        var gate = new TaskCompletionSource();
        _store.Before = _ => gate.Task;

        var write = Writer.WriteAsync(Some.Event(), Cancel).AsTask();
        Assert.False(write.IsCompleted);
        gate.SetResult();

        Assert.Equal(IngestStatus.Recorded, (await write).Status);
    }

    [Fact]
    public async Task WriteAsync_InARequest_DoesNotTieTheStoreToItsTrace()
    {
        Activity? seen = null;
        _store.Before = _ =>
        {
            seen = Activity.Current;
            return Task.CompletedTask;
        };

        using (new Activity("the first request").Start())
            await Writer.WriteAsync(Some.Event(), Cancel);

        Assert.Null(seen);
    }

    [Fact]
    public async Task WriteAsync_WhereFlowIsSuppressed_WorksAlike()
    {
        Task<IngestOutcome> write;
        using (ExecutionContext.SuppressFlow())
            write = Writer.WriteAsync(Some.Event(), Cancel).AsTask();

        Assert.Equal(IngestStatus.Recorded, (await write).Status);
    }

    [Fact]
    public async Task WriteAsync_WhileABatchCommits_GathersTheNextOne()
    {
        var entered = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        _store.Before = _ =>
        {
            entered.TrySetResult();
            return gate.Task;
        };

        var first = Writer.WriteAsync(Some.Event(), Cancel).AsTask();
        await entered.Task;
        var rest = Some.Events(40).Select(one => Writer.WriteAsync(one, Cancel).AsTask()).ToArray();
        gate.SetResult();
        await Task.WhenAll([first, .. rest]);

        Assert.Equal([1, 40], _store.Batches.Select(batch => batch.Count));
    }

    [Fact]
    public async Task WriteAsync_SameIdAgain_IsADuplicate()
    {
        var one = Some.Event();

        Assert.Equal(IngestStatus.Recorded, (await Writer.WriteAsync(one, Cancel)).Status);
        var again = await Writer.WriteAsync(one, Cancel);

        Assert.Equal(IngestStatus.Duplicate, again.Status);
        Assert.Equal(one.Fingerprint, again.Fingerprint);
    }

    [Fact]
    public async Task WriteAsync_FullQueue_AnswersAtOnceAndCounts()
    {
        _options.WriterQueueCapacity = 2;
        _options.MaxBatchEvents = 1;
        using var discarded = new MetricCollector<long>(_services.GetRequiredService<IMeterFactory>(), TelemetryMetrics.MeterName, "errortelemetry.discarded");
        var entered = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        _store.Before = _ =>
        {
            entered.TrySetResult();
            return gate.Task;
        };
        var waiting = new List<Task<IngestOutcome>> { Writer.WriteAsync(Some.Event(), Cancel).AsTask() };
        await entered.Task;
        waiting.AddRange(Some.Events(2).Select(one => Writer.WriteAsync(one, Cancel).AsTask()));

        Assert.True(Writer.IsFull);
        var refused = await Writer.WriteAsync(Some.Event(), Cancel);

        Assert.Equal((IngestStatus.Unavailable, DiscardReasons.QueueFull), (refused.Status, refused.Reason));
        Assert.NotNull(refused.RetryAfter);
        Assert.Equal(DiscardReasons.QueueFull, Assert.Single(discarded.GetMeasurementSnapshot()).Tags["reason"]);
        gate.SetResult();
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.Equal(IngestStatus.Recorded, outcome.Status));
        Assert.False(Writer.IsFull);
    }

    [Fact]
    public async Task WriteAsync_TransientFailure_IsTriedAgain()
    {
        _options.StoreRetryMilliseconds = 60_000;
        var failures = 2;
        _store.Before = _ => failures-- > 0 ? throw new ErrorStoreException("busy", isTransient: true) : Task.CompletedTask;

        Assert.Equal(IngestStatus.Recorded, (await Writer.WriteAsync(Some.Event(), Cancel)).Status);
        Assert.Equal(-1, failures);
    }

    [Fact]
    public async Task WriteAsync_StoreDown_IsUnavailableAfterTheBudgetAndThenAtOnce()
    {
        var attempts = 0;
        _store.Before = _ =>
        {
            attempts++;
            throw new ErrorStoreException("busy", isTransient: true);
        };

        _options.StoreRetryMilliseconds = 100;
        var first = await Writer.WriteAsync(Some.Event(), Cancel);
        Assert.Equal((IngestStatus.Unavailable, DiscardReasons.StoreUnavailable), (first.Status, first.Reason));
        Assert.True(attempts > 1);
        var before = attempts;

        Assert.Equal(IngestStatus.Unavailable, (await Writer.WriteAsync(Some.Event(), Cancel)).Status);
        Assert.Equal(before + 1, attempts);

        _store.Before = _ => Task.CompletedTask;
        Assert.Equal(IngestStatus.Recorded, (await Writer.WriteAsync(Some.Event(), Cancel)).Status);
    }

    [Fact]
    public async Task WriteAsync_PermanentFailure_IsNotTriedAgain()
    {
        var attempts = 0;
        _store.Before = _ =>
        {
            attempts++;
            throw new ErrorStoreException("corrupt", isTransient: false);
        };

        Assert.Equal(IngestStatus.Unavailable, (await Writer.WriteAsync(Some.Event(), Cancel)).Status);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task WriteAsync_ListenerOfTheMetricsThrows_TheCallerLearnsTheTruthAndTheWriterGoesOn()
    {
        var meter = Metrics.Meter;
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (ReferenceEquals(instrument.Meter, meter)) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("listener"));
        listener.SetMeasurementEventCallback<int>((_, _, _, _) => throw new InvalidOperationException("listener"));
        listener.Start();

        Assert.Equal(IngestStatus.Recorded, (await Writer.WriteAsync(Some.Event(), Cancel)).Status);
        Assert.Equal(IngestStatus.Recorded, (await Writer.WriteAsync(Some.Event(), Cancel)).Status);
    }

    [Fact]
    public async Task StopAsync_WaitsForWhatIsQueuedAndTakesNothingMore()
    {
        var writes = Some.Events(50).Select(one => Writer.WriteAsync(one, Cancel).AsTask()).ToArray();

        await Writer.StopAsync(TimeSpan.FromSeconds(5));

        Assert.All(await Task.WhenAll(writes), outcome => Assert.Equal(IngestStatus.Recorded, outcome.Status));
        Assert.Equal(IngestStatus.Unavailable, (await Writer.WriteAsync(Some.Event(), Cancel)).Status);
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        await _services.DisposeAsync();
    }
}
