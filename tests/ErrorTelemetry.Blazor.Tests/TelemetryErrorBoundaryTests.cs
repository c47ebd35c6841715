using Bunit;
using ErrorTelemetry.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

public sealed class TelemetryErrorBoundaryTests : BunitContext
{
    private readonly RecordingReporter _reporter = new();

    public TelemetryErrorBoundaryTests()
    {
        Services.AddSingleton<IErrorReporter>(_reporter);
        Services.AddBlazorErrorTelemetry();
        Services.AddSingleton<ICorrelationIdAccessor>(new FixedCorrelationId("page-12345678"));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Render_ContentWithoutError_IsShownAsItIs()
    {
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent("<p>fine</p>"));

        boundary.MarkupMatches("<p>fine</p>");
        Assert.Empty(_reporter.Reports);
    }

    [Theory]
    [InlineData("button", "click")]
    [InlineData("#async", "click later")]
    public async Task EventHandler_Throws_ReportsOnceAndShowsTheCode(string button, string message)
    {
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>().Add(p => p.Name, "cart"));

        await boundary.Find(button).ClickAsync();

        await boundary.WaitForAssertionAsync(() => Assert.NotEmpty(boundary.FindAll("[role=alert]")));
        var (exception, context) = Assert.Single(_reporter.Reports);
        Assert.Equal(message, exception.Message);
        Assert.Equal(ErrorMechanisms.ErrorBoundary, context.Mechanism);
        Assert.False(context.Handled);
        Assert.Contains("in TelemetryErrorBoundary \"cart\"", context.ComponentStack, StringComparison.Ordinal);
        Assert.Equal(context.CorrelationId, boundary.Find("code").TextContent);
        Assert.Matches(@"^[A-Za-z0-9._-]+\.[a-z2-9]{4}\z", context.CorrelationId!);
    }

    [Fact]
    public void Render_Throws_NamesTheComponent()
    {
        Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>(child => child.Add(p => p.OnRender, true)));

        var (_, context) = Assert.Single(_reporter.Reports);
        Assert.StartsWith("in ErrorTelemetry.Fakes.Faulty\nin TelemetryErrorBoundary", context.ComponentStack, StringComparison.Ordinal);
    }

    [Fact]
    public void Retry_AfterAnError_ShowsTheContentAgain()
    {
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>());
        boundary.Find("button").Click();

        boundary.Find("button.telemetry-error-retry").Click();

        Assert.Empty(boundary.FindAll("[role=alert]"));
        Assert.Equal("break", boundary.Find("button").TextContent);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Navigation_AfterAnError_RecoversUnlessToldNotTo(bool? parameter, bool recovers)
    {
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>().Add(p => p.RecoverOnNavigation, parameter));
        boundary.Find("button").Click();

        Services.GetRequiredService<NavigationManager>().NavigateTo("/elsewhere");

        boundary.WaitForAssertion(() => Assert.Equal(recovers, boundary.FindAll("[role=alert]").Count == 0));
    }

    [Fact]
    public void Nested_InnerContentThrows_OnlyTheInnerShowsIt()
    {
        var outer = Render<TelemetryErrorBoundary>(parameters => parameters
            .Add(p => p.Name, "page")
            .AddChildContent("<h1>still here</h1>")
            .AddChildContent<TelemetryErrorBoundary>(inner => inner.Add(p => p.Name, "cart").AddChildContent<Faulty>()));

        outer.Find("button").Click();

        Assert.Equal("still here", outer.Find("h1").TextContent);
        Assert.Single(outer.FindAll("[role=alert]"));
        var stack = Assert.Single(_reporter.Reports).Context.ComponentStack!;
        Assert.True(stack.IndexOf("\"cart\"", StringComparison.Ordinal) < stack.IndexOf("\"page\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Fallback_IsGiven_GetsTheErrorItsCodeAndTheWayBack()
    {
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters
            .AddChildContent<Faulty>()
            .Add(p => p.Fallback, info => $"<em>{info.Exception.Message} {info.ReferenceCode}</em>"));

        boundary.Find("button").Click();

        boundary.MarkupMatches($"<em>click {Assert.Single(_reporter.Reports).Context.CorrelationId}</em>");
    }

    [Fact]
    public void ErrorContent_OfTheStockBoundary_WorksAsBefore()
    {
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters
            .AddChildContent<Faulty>()
            .Add(p => p.ErrorContent, exception => $"<em>{exception.Message}</em>"));

        boundary.Find("button").Click();

        boundary.MarkupMatches("<em>click</em>");
    }

    [Fact]
    public void Tags_AreGiven_StandOnTheReport()
    {
        var tags = new Dictionary<string, string> { ["tenant"] = "t1" };
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>().Add(p => p.Tags, tags));

        boundary.Find("button").Click();

        Assert.Equal("t1", Assert.Single(_reporter.Reports).Context.Tags["tenant"]);
    }

    [Fact]
    public void OnReported_Throws_IsIgnored()
    {
        var calls = 0;
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters
            .AddChildContent<Faulty>()
            .Add(p => p.OnReported, _ =>
            {
                calls++;
                throw new InvalidOperationException("callback");
            }));

        boundary.Find("button").Click();

        Assert.Equal(1, calls);
        Assert.Single(boundary.FindAll("[role=alert]"));
    }

    [Fact]
    public void Reporter_Throws_TheBoundaryStillShowsTheErrorWithoutACode()
    {
        _reporter.Failure = new InvalidOperationException("reporter");
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>());

        boundary.Find("button").Click();

        Assert.Single(boundary.FindAll("[role=alert]"));
        Assert.Empty(boundary.FindAll("code"));
    }

    [Fact]
    public void Reporter_TakesNothing_ShowsNoCode()
    {
        _reporter.Refuses = true;
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>());

        boundary.Find("button").Click();

        Assert.Empty(boundary.FindAll("code"));
    }

    [Fact]
    public void StaticRendering_AnError_OffersALinkInsteadOfAButton()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>(child => child.Add(p => p.OnRender, true)));

        Assert.Equal("http://localhost/", boundary.Find("a.telemetry-error-retry").GetAttribute("href"));
        Assert.Empty(boundary.FindAll("button"));
    }

    [Fact]
    public void PageId_OfTheHost_BeginsTheReferenceCode()
    {
        var boundary = Render<TelemetryErrorBoundary>(parameters => parameters.AddChildContent<Faulty>());

        boundary.Find("button").Click();

        var context = Assert.Single(_reporter.Reports).Context;
        Assert.Equal("page-12345678", context.PageId);
        Assert.StartsWith("page-12345678.", context.CorrelationId, StringComparison.Ordinal);
    }

    [Fact]
    public void StockBoundary_ContentThrows_Reports()
    {
        var boundary = Render<ErrorBoundary>(parameters => parameters.AddChildContent<Faulty>().Add(p => p.ErrorContent, _ => "<em>stock</em>"));

        boundary.Find("button").Click();

        boundary.MarkupMatches("<em>stock</em>");
        Assert.Equal(ErrorMechanisms.ErrorBoundary, Assert.Single(_reporter.Reports).Context.Mechanism);
    }
}
