using System.Runtime.CompilerServices;
using ErrorTelemetry.Capture;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Hosting;

public sealed class ErrorTelemetryServiceTests
{
    private readonly FakeTimeProvider _time = new(Some.Now);

    [Fact]
    public async Task Host_WithoutAnError_MakesNoPipeline()
    {
        var made = 0;
        var (host, store) = CountPipelines(() => made++);
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, made);
        Assert.Empty(store.Events);
    }

    [Fact]
    public async Task FirstError_MakesThePipelineAndIsDrained()
    {
        var made = 0;
        var (host, store) = CountPipelines(() => made++);
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, made);

            host.Services.GetRequiredService<IErrorReporter>().Report(new InvalidOperationException("first"));
            await host.StopAsync(TestContext.Current.CancellationToken);
            Assert.Single(store.Events);
        }

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task FirstErrors_OfManyThreads_MakeOnePipelineAndAreAllStored()
    {
        const int Threads = 16;
        var made = 0;
        var (host, store) = CountPipelines(() => Interlocked.Increment(ref made));
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            using var barrier = new Barrier(Threads);
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(i => Task.Factory.StartNew(
                () =>
                {
                    barrier.SignalAndWait();
                    host.Services.GetRequiredService<IErrorReporter>().Report(new InvalidOperationException($"first of {i}"), new ErrorContext { Scope = new object() });
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, made);
        Assert.Equal(Threads, store.Events.Count());
    }

    [Fact]
    public async Task Start_PartsOfTheHostThatCannotBeMade_SaySo()
    {
        var (host, _) = TestHost.Create(builder => builder.Services.AddSingleton<IErrorRedactor>(static _ => throw new InvalidOperationException("no such list of names")));
        using (host)
        {
            var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
            Assert.Equal("no such list of names", fault.Message);
        }
    }

    [Fact]
    public async Task UnobservedTask_WhereTheReporterCannotBeMade_LeavesTheProcessAlone()
    {
        var asked = 0;
        var (host, _) = TestHost.Create(builder =>
        {
            builder.Set("ErrorTelemetry:Processing:CaptureUnobservedTasks", "true");
            builder.Services.AddSingleton<IErrorReporter>(_ =>
            {
                asked++;
                throw new InvalidOperationException("no reporter");
            });
        });
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            for (var i = 0; i < 50 && asked == 0; i++)
            {
                LeaveATaskAlone();
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            Assert.NotEqual(0, asked);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void LeaveATaskAlone() => _ = Task.FromException(new InvalidOperationException("unobserved"));
    }

    [Fact]
    public async Task Purge_RunsAfterAMinuteAndThenEachInterval()
    {
        var purges = 0;
        var (host, store) = Create();
        store.Purge = _ => Task.FromResult(new PurgeResult(++purges, 0));
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromSeconds(59));
            Assert.Equal(0, purges);
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, purges);
            _time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(2, purges);

            await host.StopAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMinutes(60));
            Assert.Equal(2, purges);
        }
    }

    [Fact]
    public async Task Purge_ThatFails_IsTriedAgain()
    {
        var purges = 0;
        var (host, store) = Create();
        store.Purge = _ => ++purges == 1 ? throw new ErrorStoreException("The disk is full.", isTransient: true) : Task.FromResult(new PurgeResult(0, 0));
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMinutes(1));
            _time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(2, purges);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Purge_ThatStillRuns_IsNotBegunAgainAndEndsWithTheHost()
    {
        var purges = 0;
        var (host, store) = Create();
        store.Purge = async stop =>
        {
            purges++;
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, stop);
            return new PurgeResult(0, 0);
        };
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMinutes(1));
            _time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(1, purges);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Purge_ThatHangs_DoesNotHoldTheHost()
    {
        var entered = new TaskCompletionSource();
        var (host, store) = Create();
        store.Purge = _ =>
        {
            entered.SetResult();
            return new TaskCompletionSource<PurgeResult>().Task;
        };
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMinutes(1));
            await entered.Task;
            var stopped = host.StopAsync(TestContext.Current.CancellationToken);
            Assert.False(stopped.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(5));
            await stopped.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Only the capture asks for correlation ids, and it comes with the whole pipeline.</summary>
    private static (IHost Host, FakeStore Store) CountPipelines(Action made) =>
        TestHost.Create(builder => builder.Services.AddSingleton<ICorrelationIdAccessor>(_ =>
        {
            made();
            return new NoCorrelationId();
        }));

    private (IHost Host, FakeStore Store) Create() => TestHost.Create(builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Set("ErrorTelemetry:Processing:PurgeIntervalMinutes", "10");
    });

    private sealed class NoCorrelationId : ICorrelationIdAccessor
    {
        public string? Current => null;
    }
}
