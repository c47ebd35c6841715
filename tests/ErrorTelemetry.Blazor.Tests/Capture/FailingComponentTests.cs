namespace ErrorTelemetry.Capture;

public sealed class FailingComponentTests
{
    [Theory]
    [InlineData("   at Shop.Cart.BuildRenderTree(RenderTreeBuilder __builder) in Cart.razor:line 3", "Shop.Cart")]
    [InlineData("   at Shop.Prices.Sum(Int32 a)\n   at Shop.Cart.OnInitializedAsync()", "Shop.Cart")]
    [InlineData("   at Microsoft.AspNetCore.Components.ComponentBase.OnInitialized()\n   at Shop.Cart.Dispose()", "Shop.Cart")]
    [InlineData("   at Shop.Cart.Click()", null)]
    [InlineData("at (", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Find_AStack_ReturnsTheTypeOfTheFirstLifecycleMethod(string? stack, string? component) =>
        Assert.Equal(component, FailingComponent.Find(stack));
}
