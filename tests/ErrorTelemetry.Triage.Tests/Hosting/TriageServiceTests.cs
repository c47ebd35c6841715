using ErrorTelemetry.GitHub;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Hosting;

public sealed class TriageServiceTests
{
    [Fact]
    public async Task AddTriage_Twice_RunsOneServiceThatFilesAfterTheInterval()
    {
        var time = new FakeTimeProvider(Some.Now);
        await using var gitHub = await FakeGitHub.StartAsync(time);
        var store = Some.Store(time);
        await store.RecordAsync([Some.Event()], TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddLogging().AddSingleton(store).AddSingleton<TimeProvider>(time);
        new ErrorTelemetryBuilder(services).AddTriage().AddTriage(options => options.Interval = TimeSpan.FromMinutes(5));
        // After the variables of whatever machine runs this test.
        services.PostConfigure<TriageOptions>(options => (options.Repository, options.Token, options.GitHubUrl) = (FakeGitHub.Repository, FakeGitHub.Token, gitHub.Url));
        await using var provider = services.BuildServiceProvider();
        var service = Assert.Single(provider.GetServices<IHostedService>());

        await service.StartAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty(gitHub.Requests);
        while (gitHub.Issues.Count == 0)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.Single(gitHub.Issues);
    }

    [Fact]
    public async Task AddTriage_NotEnabled_DoesNothing()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(Some.Store());
        new ErrorTelemetryBuilder(services).AddTriage(options => (options.Enabled, options.Repository, options.Token) = (false, "owner/shop", "token-1"));
        await using var provider = services.BuildServiceProvider();
        var service = Assert.IsType<TriageService>(Assert.Single(provider.GetServices<IHostedService>()));

        await service.StartAsync(TestContext.Current.CancellationToken);

        await service.ExecuteTask!;
    }
}
