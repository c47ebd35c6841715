using System.Diagnostics.Metrics;
using ErrorTelemetry.Capture;
using ErrorTelemetry.Configuration;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.DependencyInjection;

public sealed class AddErrorTelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Twice_AddsNothingTwice()
    {
        var services = new ServiceCollection();
        services.AddErrorTelemetry();
        var once = services.Count;

        services.AddErrorTelemetry();

        Assert.Equal(once, services.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StoreOfTheHost_WinsInEitherOrder(bool before)
    {
        var store = new FakeStore();
        var services = new ServiceCollection();
        if (before)
            services.AddSingleton<IErrorStore>(store);
        services.AddErrorTelemetry();
        if (!before)
            services.Replace(ServiceDescriptor.Singleton<IErrorStore>(store));
        using var provider = services.BuildServiceProvider();

        Assert.Same(store, provider.GetRequiredService<IErrorStore>());
    }

    [Fact]
    public async Task Console_WithoutHostOrConfiguration_ReportsAndDrainsOnDispose()
    {
        var store = new FakeStore();
        var services = new ServiceCollection();
        services.AddSingleton<IErrorStore>(store);
        services.AddErrorTelemetry();
        var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IErrorReporter>().Report(new InvalidOperationException("console"));
        await provider.DisposeAsync();

        Assert.Equal("console", Assert.Single(store.Events).Message);
    }

    [Fact]
    public void Console_SynchronousDispose_DrainsToo()
    {
        var store = new FakeStore();
        var services = new ServiceCollection();
        services.AddSingleton<IErrorStore>(store);
        services.AddErrorTelemetry();
        var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IErrorReporter>().Report(new InvalidOperationException("console"));
        provider.Dispose();

        Assert.Single(store.Events);
    }

    [Fact]
    public void InMemoryFallback_WarnsOnceThatItIsNotDurable()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddFakeLogging());
        services.AddErrorTelemetry();
        using var provider = services.BuildServiceProvider();

        _ = provider.GetRequiredService<IErrorStore>();
        _ = provider.GetRequiredService<IErrorStore>();

        var warning = Assert.Single(provider.GetFakeLogCollector().GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Contains("AddSqliteStore", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_LastWins_CodeThenConfigurationThenEnvironment()
    {
        var options = OptionsOf(
            code => { code.Enabled = true; code.ServerErrors = true; code.Release = "code"; code.IngestPath = "/code"; },
            new() { ["ErrorTelemetry:Release"] = "section", ["ErrorTelemetry:Enabled"] = "true" },
            new() { ["TELEMETRY_ENABLED"] = "false" });

        Assert.Equal(("/code", "section", false, true), (options.IngestPath, options.Release, options.Enabled, options.ServerErrors));
    }

    [Fact]
    public void Options_CodeThatRunsAfterAddErrorTelemetry_StillLosesToTheSection()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Section(new() { ["ErrorTelemetry:Release"] = "section" }));
        services.AddErrorTelemetry();
        services.Configure<ErrorTelemetryOptions>(options => options.Release = "late code");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("section", provider.GetRequiredService<IOptions<ErrorTelemetryOptions>>().Value.Release);
    }

    [Fact]
    public async Task Options_Faults_AreAllNamedAtStart()
    {
        var (host, _) = TestHost.Create(builder =>
        {
            builder.Set("ErrorTelemetry:IngestPath", "no slash");
            builder.Set("ErrorTelemetry:Release", new string('r', 129));
            builder.Set("ErrorTelemetry:Processing:MaxBatchEvents", "501");
            builder.Services.Replace(ServiceDescriptor.Singleton(new EnvironmentVariables(name => name == "TELEMETRY_ENABLED" ? "maybe" : null)));
        });

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancel));

        var text = fault.ToString();
        Assert.All(["IngestPath", "Release", "TELEMETRY_ENABLED", "MaxBatchEvents"], name => Assert.Contains(name, text, StringComparison.Ordinal));
        host.Dispose();
    }

    [Fact]
    public async Task Disabled_CapturesNothing()
    {
        var (host, store) = TestHost.Create(builder => builder.Set("ErrorTelemetry:Enabled", "false"));
        await host.StartAsync(Cancel);

        Assert.True(host.Services.GetRequiredService<IErrorReporter>().Report(new InvalidOperationException("off")).IsNone);
        await host.StopAsync(Cancel);
        host.Dispose();

        Assert.Empty(store.Events);
    }

    [Fact]
    public async Task CustomRedactor_Throws_DiscardsTheEventAndCounts()
    {
        var (host, store) = TestHost.Create(builder => builder.Services.AddSingleton<IErrorRedactor, FailingRedactor>());
        using var discarded = new MetricCollector<long>(host.Services.GetRequiredService<IMeterFactory>(), "ErrorTelemetry", "errortelemetry.discarded");
        await host.StartAsync(Cancel);
        var reporter = host.Services.GetRequiredService<IErrorReporter>();

        reporter.Report(new InvalidOperationException("secret"));
        await reporter.FlushAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Empty(store.Events);
        Assert.Equal(DiscardReasons.RedactionFailed, Assert.Single(discarded.GetMeasurementSnapshot()).Tags["reason"]);
        await host.StopAsync(Cancel);
        host.Dispose();
    }

    [Fact]
    public async Task CustomRedactor_SeesEveryText()
    {
        var (host, store) = TestHost.Create(builder => builder.Services.AddSingleton<IErrorRedactor, CustomerRedactor>());
        await host.StartAsync(Cancel);
        var ingestor = host.Services.GetRequiredService<ErrorIngestor>();

        var outcome = await ingestor.IngestAsync(Some.Report("customer-17 failed") with { Tags = new Dictionary<string, string> { ["who"] = "customer-17" } }, Cancel);

        Assert.Equal(IngestStatus.Recorded, outcome.Status);
        var stored = Assert.Single(store.Events);
        Assert.Equal("[redacted:customer] failed", stored.Message);
        Assert.Equal("[redacted:customer]", stored.Tags["who"]);
        Assert.True(stored.Redactions["customer"] >= 2);
        await host.StopAsync(Cancel);
        host.Dispose();
    }

    private static ErrorTelemetryOptions OptionsOf(Action<ErrorTelemetryOptions> code, Dictionary<string, string?> section, Dictionary<string, string> environment)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Section(section));
        services.AddSingleton(new EnvironmentVariables(name => environment.GetValueOrDefault(name)));
        services.AddErrorTelemetry(code);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ErrorTelemetryOptions>>().Value;
    }

    private static IConfigurationRoot Section(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private sealed class FailingRedactor : IErrorRedactor
    {
        public string Redact(string text, RedactionCounts counts) => throw new InvalidOperationException(text);
    }

    private sealed class CustomerRedactor : IErrorRedactor
    {
        public string Redact(string text, RedactionCounts counts)
        {
            if (!text.Contains("customer-17", StringComparison.Ordinal))
                return text;
            counts.Add("customer");
            return text.Replace("customer-17", "[redacted:customer]", StringComparison.Ordinal);
        }
    }
}
