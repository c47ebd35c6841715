using System.Text.Json;
using ErrorTelemetry.Fakes;
using ErrorTelemetry.Processing.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace ErrorTelemetry.Browser;

public sealed class BrowserErrorReporterTests : IAsyncDisposable
{
    private readonly FakeBrowser _browser = new();
    private readonly ServiceProvider _services;

    public BrowserErrorReporterTests() => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Some.Now))
        .AddSingleton<IJSRuntime>(_browser)
        .AddBlazorErrorTelemetry(null, browser: true)
        .BuildServiceProvider(validateScopes: true);

    private IErrorReporter Reporter => _services.GetRequiredService<IErrorReporter>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public void Report_AnException_SubmitsAReportThatTheServerTakes()
    {
        var id = Reporter.Report(Thrown(new InvalidOperationException("outer", new FormatException("inner"))), new ErrorContext { Tags = { ["k"] = "v" } });

        var report = Assert.Single(Submitted());
        var reading = ReportReader.Read(new System.Buffers.ReadOnlySequence<byte>(JsonSerializer.SerializeToUtf8Bytes(report)));
        Assert.Empty(reading.Faults);
        Assert.Equal(id.EventId, reading.Report!.EventId);
        Assert.Equal(id.CorrelationId, reading.Report.CorrelationId);
        Assert.Equal("System.InvalidOperationException", reading.Report.Type);
        Assert.Equal("outer", reading.Report.Message);
        Assert.Contains(nameof(Thrown), reading.Report.Stack, StringComparison.Ordinal);
        Assert.Equal(ErrorMechanisms.Manual, reading.Report.Mechanism);
        Assert.True(reading.Report.Handled);
        Assert.Equal(Some.Now, reading.Report.Timestamp);
        Assert.Equal("inner", Assert.Single(reading.Report.Causes).Message);
        Assert.Equal("v", reading.Report.Tags["k"]);
    }

    [Fact]
    public void Report_TheSameInstanceOrItsCauseAgain_SubmitsOnceAndReturnsTheSameId()
    {
        var cause = new FormatException("inner");
        var exception = new InvalidOperationException("outer", cause);

        var ids = new[] { Reporter.Report(exception), Reporter.Report(exception), Reporter.Report(cause) };

        Assert.Single(Submitted());
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public void Report_AnAggregate_SubmitsItsLeaves()
    {
        Reporter.Report(new AggregateException(new FormatException("a"), new AggregateException(new FormatException("b"))));

        Assert.Equal(["a", "b"], Submitted().Select(report => report.GetProperty("message").GetString()));
    }

    [Fact]
    public void Report_WithoutAnException_TakesNothing() => Assert.True(Reporter.Report(null!).IsNone);

    [Fact]
    public void RendererLog_Critical100_IsReportedAsRenderer()
    {
        var logger = _services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Components.WebAssembly.Rendering.WebAssemblyRenderer");

        logger.Log(LogLevel.Critical, new EventId(100), new InvalidOperationException("render"), "Unhandled");
        logger.Log(LogLevel.Critical, new EventId(101), new InvalidOperationException("other event"), "Unhandled");
        logger.Log(LogLevel.Warning, new EventId(100), new InvalidOperationException("other level"), "Unhandled");

        Assert.Equal(ErrorMechanisms.Renderer, Assert.Single(Submitted()).GetProperty("mechanism").GetString());
    }

    [Fact]
    public void RendererLog_OfAnotherCategory_IsNotHeard()
    {
        _services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop").Log(LogLevel.Critical, new EventId(100), new InvalidOperationException("mine"), "Unhandled");

        Assert.Empty(Submitted());
    }

    [Fact]
    public void Report_TheModuleIsNotThereYet_ImportsItAndSubmits()
    {
        _browser.ModuleLoaded = false;

        Reporter.Report(new InvalidOperationException("early"));

        Assert.Equal("early", Assert.Single(Submitted()).GetProperty("message").GetString());
    }

    [Fact]
    public void Report_OnAPage_CarriesThePageIdOfTheModule()
    {
        var id = Reporter.Report(new InvalidOperationException("here"));

        Assert.Equal(FakeBrowser.PageId, id.CorrelationId);
        Assert.Equal(FakeBrowser.PageId, Assert.Single(Submitted()).GetProperty("pageId").GetString());
    }

    private List<JsonElement> Submitted() => [.. _browser.Submitted.Select(json => JsonDocument.Parse(json).RootElement)];

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
