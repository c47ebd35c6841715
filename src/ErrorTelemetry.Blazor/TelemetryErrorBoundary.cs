using ErrorTelemetry.Capture;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry;

/// <summary>An <see cref="ErrorBoundary"/> that reports what it catches, shows a reference code for it, and can try again.</summary>
public class TelemetryErrorBoundary : ErrorBoundary, IDisposable
{
    private TelemetryErrorInfo? _info;
    private bool _listening;

    /// <summary>The name of this part of the page, such as <c>cart</c>; it stands in the component stack of the reports. Default: none.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Tags that are added to every report of this boundary. Default: none.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string>? Tags { get; set; }

    /// <summary>What is shown instead of the failed content; wins over <see cref="ErrorBoundaryBase.ErrorContent"/>. Default: a message with the reference code and a retry.</summary>
    [Parameter]
    public RenderFragment<TelemetryErrorInfo>? Fallback { get; set; }

    /// <summary>Called once for every error that was caught, after it was reported. What it throws is logged and ignored.</summary>
    [Parameter]
    public EventCallback<TelemetryErrorInfo> OnReported { get; set; }

    /// <summary>Whether the content is rendered anew when the user navigates. Default: <see cref="BlazorErrorTelemetryOptions.RecoverOnNavigation"/>.</summary>
    [Parameter]
    public bool? RecoverOnNavigation { get; set; }

    [CascadingParameter]
    private TelemetryErrorBoundary? Outer { get; set; }

    [Inject]
    private UiErrorReporter Reporter { get; set; } = null!;

    [Inject]
    private IOptions<BlazorErrorTelemetryOptions> Options { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<TelemetryErrorBoundary> Logger { get; set; } = null!;

    /// <summary>Reports the error. Never faults: the base class takes a fault here as fatal for the whole app.</summary>
    protected override async Task OnErrorAsync(Exception exception)
    {
        var id = Reporter.Report(exception, CreateContext());
        _info = new TelemetryErrorInfo(exception, id.IsNone ? null : id.CorrelationId, Recover);
        try
        {
            Listen();
            await base.OnErrorAsync(exception);
            await OnReported.InvokeAsync(_info);
        }
        catch (Exception failure)
        {
            Log.CallbackFailed(Logger, failure.GetType().FullName);
        }
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (CurrentException is null)
        {
            builder.OpenComponent<CascadingValue<TelemetryErrorBoundary>>(0);
            builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), this);
            builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
            builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), ChildContent);
            builder.CloseComponent();
            return;
        }

        // Rendered before OnErrorAsync has run only if a derived class delays it; then the code is not known yet.
        var info = _info is { } known && known.Exception == CurrentException ? known : new TelemetryErrorInfo(CurrentException, null, Recover);
        if (Fallback is not null)
            builder.AddContent(4, Fallback(info));
        else if (ErrorContent is not null)
            builder.AddContent(5, ErrorContent(CurrentException));
        else
        {
            builder.OpenComponent<TelemetryErrorView>(6);
            builder.AddComponentParameter(7, nameof(TelemetryErrorView.Info), info);
            builder.CloseComponent();
        }
    }

    /// <summary>Stops listening to navigation.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening to navigation.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _listening)
            Navigation.LocationChanged -= OnLocationChanged;
        _listening = false;
    }

    private ErrorContext CreateContext()
    {
        var context = new ErrorContext { ComponentStack = ComponentStack() };
        if (Tags is not null)
        {
            foreach (var (name, value) in Tags)
                context.Tags[name] = value;
        }

        return context;
    }

    /// <summary>The boundaries around the error, innermost first, each with the component whose markup it stands in.</summary>
    private string ComponentStack()
    {
        var lines = new List<string>();
        for (var boundary = this; boundary is not null; boundary = boundary.Outer)
        {
            var name = boundary.Name is null ? string.Empty : $" \"{boundary.Name}\"";
            var owner = Owner(boundary.ChildContent) is { } component ? $" of {component}" : string.Empty;
            lines.Add($"in {nameof(TelemetryErrorBoundary)}{name}{owner}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>A fragment written in markup is a method of the component that the markup belongs to, or of a closure nested in it.</summary>
    private static string? Owner(RenderFragment? content)
    {
        var type = content?.Target?.GetType();
        while (type is { IsNested: true } && type.Name.StartsWith('<'))
            type = type.DeclaringType;
        return type is null || type.Name.StartsWith('<') ? null : type.FullName;
    }

    private void Listen()
    {
        if (_listening || !(RecoverOnNavigation ?? Options.Value.RecoverOnNavigation))
            return;
        Navigation.LocationChanged += OnLocationChanged;
        _listening = true;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(() =>
    {
        if (_listening && CurrentException is not null)
            Recover();
    });
}
