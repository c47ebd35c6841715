namespace ErrorTelemetry;

/// <summary>How the UI edge behaves. Section <c>ErrorTelemetry:Blazor</c>, which wins over code.</summary>
public sealed class BlazorErrorTelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Blazor";

    /// <summary>Whether <c>TelemetryScript</c> renders the inline stub that holds errors until the browser module has loaded. Default: <see langword="true"/>.</summary>
    public bool InlineStub { get; set; } = true;

    /// <summary>Whether the framework's own <c>ErrorBoundary</c> reports too. Default: <see langword="true"/>.</summary>
    public bool CaptureStockBoundaries { get; set; } = true;

    /// <summary>Whether errors of the WebAssembly renderer that no boundary sees are reported. Default: <see langword="true"/>.</summary>
    public bool CaptureRendererErrors { get; set; } = true;

    /// <summary>Whether every <c>TelemetryErrorBoundary</c> recovers when the user navigates, unless its own parameter says otherwise. Default: <see langword="true"/>.</summary>
    public bool RecoverOnNavigation { get; set; } = true;

    /// <summary>Whether the browser module reports violations of the content security policy. Default: <see langword="false"/>, since extensions cause many.</summary>
    public bool CapturePolicyViolations { get; set; }
}
