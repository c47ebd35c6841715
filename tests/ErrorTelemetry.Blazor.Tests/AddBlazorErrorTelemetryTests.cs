using ErrorTelemetry.Capture;
using ErrorTelemetry.Fakes;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry;

public sealed class AddBlazorErrorTelemetryTests
{
    private readonly RecordingReporter _reporter = new();
    private readonly ServiceCollection _services = new();

    public AddBlazorErrorTelemetryTests()
    {
        _services.AddLogging();
        _services.AddSingleton<IErrorReporter>(_reporter);
    }

    [Fact]
    public void Add_Twice_RegistersNothingTwice()
    {
        _services.AddBlazorErrorTelemetry();
        var once = _services.Count;

        _services.AddBlazorErrorTelemetry();

        Assert.Equal(once, _services.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BoundaryLogger_OfTheHost_IsStillCalledInBothOrders(bool hostFirst)
    {
        var inner = new CountingBoundaryLogger();
        if (hostFirst)
            _services.AddSingleton<IErrorBoundaryLogger>(inner);
        _services.AddBlazorErrorTelemetry();
        _services.TryAddSingleton<IErrorBoundaryLogger>(inner);
        await using var services = _services.BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<IErrorBoundaryLogger>().LogErrorAsync(new InvalidOperationException("caught"));

        Assert.Single(_reporter.Reports);
        // A default that comes later yields to ours, which then writes the line itself.
        Assert.Equal(hostFirst ? 1 : 0, inner.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddErrorTelemetry_InBothOrders_GivesTheServerItsReporterAndCircuits(bool telemetryFirst)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        if (telemetryFirst)
            services.AddErrorTelemetry();
        services.AddBlazorErrorTelemetry();
        if (!telemetryFirst)
            services.AddErrorTelemetry();
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        Assert.Equal("ErrorCapture", provider.GetRequiredService<IErrorReporter>().GetType().Name);
        Assert.Single(provider.GetServices<IErrorContextProvider>());
        Assert.Single(services, service => service.ServiceType.Name == "CircuitHandler");
    }

    [Fact]
    public async Task StockBoundaries_SwitchedOff_AreLeftAlone()
    {
        _services.AddBlazorErrorTelemetry(options => options.CaptureStockBoundaries = false);
        await using var services = _services.BuildServiceProvider();

        await services.GetRequiredService<IErrorBoundaryLogger>().LogErrorAsync(new InvalidOperationException("caught"));

        Assert.Empty(_reporter.Reports);
    }

    [Fact]
    public async Task Reporter_Missing_WarnsOnce()
    {
        var logs = new FakeLogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logs)));
        services.AddBlazorErrorTelemetry();
        await using var provider = services.BuildServiceProvider();
        var reporter = provider.GetRequiredService<LateErrorReporter>();

        reporter.Report(new InvalidOperationException("one"), new ErrorContext());
        reporter.Report(new InvalidOperationException("two"), new ErrorContext());

        var record = Assert.Single(logs.GetSnapshot());
        Assert.Equal(LogLevel.Warning, record.Level);
        Assert.Contains("AddErrorTelemetry", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_Configuration_WinsOverCode()
    {
        _services.AddSingleton(Configuration(("ErrorTelemetry:Blazor:InlineStub", "false")));
        _services.AddBlazorErrorTelemetry(options => options.InlineStub = true);
        using var services = _services.BuildServiceProvider();

        Assert.False(services.GetRequiredService<IOptions<BlazorErrorTelemetryOptions>>().Value.InlineStub);
    }

    [Fact]
    public void Options_ThatAreNoBooleans_AreAllNamedInOneMessage()
    {
        _services.AddSingleton(Configuration(("ErrorTelemetry:Blazor:InlineStub", "perhaps"), ("ErrorTelemetry:Blazor:RecoverOnNavigation", "2")));
        _services.AddBlazorErrorTelemetry();
        using var services = _services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<BlazorErrorTelemetryOptions>>().Value);

        Assert.Equal(2, failure.Failures.Count());
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();

    private sealed class CountingBoundaryLogger : IErrorBoundaryLogger
    {
        public int Calls { get; private set; }

        public ValueTask LogErrorAsync(Exception exception)
        {
            Calls++;
            return ValueTask.CompletedTask;
        }
    }
}
