using Bunit;
using ErrorTelemetry.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

public sealed class TelemetryScriptTests : BunitContext
{
    public TelemetryScriptTests() => Services.AddBlazorErrorTelemetry();

    [Fact]
    public void Render_ByDefault_TellsTheModuleWhatTheServerKnows()
    {
        Services.AddSingleton<ICorrelationIdAccessor>(new FixedCorrelationId("page-12345678"));
        Services.Configure<ErrorTelemetryOptions>(options => (options.IngestPath, options.Release, options.Environment) = ("/errors", "1.4.2", "production"));

        var script = Render<TelemetryScript>(parameters => parameters.Add(p => p.Nonce, "abc"));

        var module = script.Find("script[type=module]");
        Assert.Equal("_content/ErrorTelemetry.Blazor/error-telemetry.js", module.GetAttribute("src"));
        Assert.Equal("/errors", module.GetAttribute("data-endpoint"));
        Assert.Equal("1.4.2", module.GetAttribute("data-release"));
        Assert.Equal("production", module.GetAttribute("data-environment"));
        Assert.Equal("page-12345678", module.GetAttribute("data-page-id"));
        Assert.False(module.HasAttribute("data-csp"));
        Assert.All(script.FindAll("script"), element => Assert.Equal("abc", element.GetAttribute("nonce")));
    }

    [Fact]
    public void Render_ByDefault_TheStubComesBeforeTheModule()
    {
        var scripts = Render<TelemetryScript>().FindAll("script");

        Assert.Equal(2, scripts.Count);
        Assert.Contains("__errorTelemetry", scripts[0].TextContent, StringComparison.Ordinal);
        Assert.False(scripts[0].HasAttribute("type"));
    }

    [Fact]
    public void Render_StubSwitchedOff_OnlyTheModule()
    {
        var scripts = Render<TelemetryScript>(parameters => parameters.Add(p => p.Stub, false)).FindAll("script");

        Assert.Equal("module", Assert.Single(scripts).GetAttribute("type"));
    }

    [Fact]
    public void Render_TelemetryOff_Nothing()
    {
        Services.Configure<ErrorTelemetryOptions>(options => options.Enabled = false);

        Render<TelemetryScript>().MarkupMatches(string.Empty);
    }

    [Fact]
    public void Render_AppBelowAPathBase_TheEndpointIsThereToo()
    {
        Services.AddSingleton<NavigationManager>(new PathBaseNavigation());

        Assert.Equal("/shop/api/telemetry/error", Render<TelemetryScript>().Find("script[type=module]").GetAttribute("data-endpoint"));
    }

    [Fact]
    public void Render_EndpointOfAnotherHost_GoesToTheModule()
    {
        var script = Render<TelemetryScript>(parameters => parameters.Add(p => p.Endpoint, "https://errors.example/ingest"));

        Assert.Equal("https://errors.example/ingest", script.Find("script[type=module]").GetAttribute("data-endpoint"));
    }

    private sealed class PathBaseNavigation : NavigationManager
    {
        public PathBaseNavigation() => Initialize("https://shop.test/shop/", "https://shop.test/shop/cart");
    }
}
