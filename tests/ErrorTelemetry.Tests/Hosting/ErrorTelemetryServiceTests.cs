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
    public async Task Start_OfAHealthyHost_MakesNoPipeline()
    {
        var made = 0;
        var (host, store) = TestHost.Create(builder => builder.Services.AddSingleton<IErrorRedactor>(_ =>
        {
            made++;
            return new NoRedactor();
        }));
        using (host)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, made);

            host.Services.GetRequiredService<IErrorReporter>().Report(new InvalidOperationException("first"));
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, made);
        Assert.Single(store.Events);
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

    private (IHost Host, FakeStore Store) Create() => TestHost.Create(builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Set("ErrorTelemetry:Processing:PurgeIntervalMinutes", "10");
    });

    private sealed class NoRedactor : IErrorRedactor
    {
        public string Redact(string text, RedactionCounts counts) => text;
    }
}
