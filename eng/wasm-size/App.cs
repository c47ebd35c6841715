using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
#if WITH_TELEMETRY
using Boundary = ErrorTelemetry.TelemetryErrorBoundary;
#else
using Boundary = Microsoft.AspNetCore.Components.Web.ErrorBoundary;
#endif

namespace WasmSize;

/// <summary>A button in a boundary: ours, or the framework's own.</summary>
public sealed class App : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Boundary>(0);
        builder.AddComponentParameter(1, "ChildContent", (RenderFragment)(content =>
        {
            content.OpenElement(2, "button");
            content.AddAttribute(3, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, Throw));
            content.AddContent(4, "Break");
            content.CloseElement();
        }));
        builder.CloseComponent();
    }

    private static void Throw() => throw new InvalidOperationException("pressed");
}
