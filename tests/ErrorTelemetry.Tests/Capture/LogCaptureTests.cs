using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Capture;

public sealed class LogCaptureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BackgroundServiceExceptionBehavior.Ignore)]
    [InlineData(BackgroundServiceExceptionBehavior.StopHost)]
    public async Task BackgroundService_Fails_IsOneEvent(BackgroundServiceExceptionBehavior behavior)
    {
        var (host, store) = TestHost.Create(builder =>
        {
            builder.Services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = behavior);
            builder.Services.AddHostedService<Failing>();
            // Whatever a host has set for people's logs.
            builder.Logging.SetMinimumLevel(LogLevel.None);
        });
        var recorded = new TaskCompletionSource();
        store.Before = _ =>
        {
            recorded.TrySetResult();
            return Task.CompletedTask;
        };

        await host.StartAsync(Cancel);
        await recorded.Task.WaitAsync(Cancel);
        await host.StopAsync(Cancel);
        host.Dispose();

        var stored = Assert.Single(store.Events);
        Assert.Equal(ErrorMechanisms.Background, stored.Mechanism);
        Assert.Equal("background job failed", stored.Message);
    }

    [Fact]
    public async Task OtherCategories_AreNotHeard()
    {
        var (host, store) = TestHost.Create();
        await host.StartAsync(Cancel);

        var failure = new InvalidOperationException("logged");
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("App").LogCritical(new EventId(9), failure, "failed");
        await host.StopAsync(Cancel);
        host.Dispose();

        Assert.Empty(store.Events);
    }

    private sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("background job failed");
        }
    }
}
