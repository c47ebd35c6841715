using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ErrorTelemetry.Circuits;

public sealed class PageRoutesTests
{
    [Theory]
    [InlineData("https://shop.test/orders/17?token=x#top", "/orders/{id}")]
    [InlineData("https://shop.test/orders/new", "/orders/new")]
    [InlineData("https://shop.test/", "/")]
    [InlineData("https://shop.test/api/orders", null)]
    [InlineData("https://shop.test/orders/17/lines", null)]
    [InlineData("not an address", null)]
    [InlineData(null, null)]
    public void Find_AnAddress_ReturnsTheTemplateOfThePage(string? url, string? template)
    {
        using var services = new ServiceCollection()
            .AddSingleton<EndpointDataSource>(new DefaultEndpointDataSource(Page("/orders/{id}"), Page("/orders/new"), Page("/"), Endpoint("/api/orders")))
            .BuildServiceProvider();

        Assert.Equal(template, new PageRoutes(services).Find(url));
    }

    [Fact]
    public void Find_InAHostWithoutEndpoints_ReturnsNothing()
    {
        using var services = new ServiceCollection().BuildServiceProvider();

        Assert.Null(new PageRoutes(services).Find("https://shop.test/"));
    }

    private static RouteEndpoint Page(string template) => Endpoint(template, new ComponentTypeMetadata(typeof(object)));

    private static RouteEndpoint Endpoint(string template, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(template), 0, new EndpointMetadataCollection(metadata), template);
}
