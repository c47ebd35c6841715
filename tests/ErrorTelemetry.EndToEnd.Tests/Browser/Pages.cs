namespace ErrorTelemetry.Browser;

/// <summary>The HTML of test pages.</summary>
internal static class Pages
{
    public const string PageId = "0123456789abcdef";

    public const string Script =
        $"""<script type="module" src="/_content/ErrorTelemetry.Blazor/error-telemetry.js" data-endpoint="/api/telemetry/error" data-release="1.4.2" data-environment="test" data-page-id="{PageId}"></script>""";

    /// <summary>A page as <c>TelemetryScript</c> makes it: the stub, then the module.</summary>
    public static string WithModule(string body = "", string? script = null) => Document($"<script>{ModuleFiles.Stub}</script>{script ?? Script}", body);

    public static string Document(string head, string body) =>
        $"""<!DOCTYPE html><html lang="en"><head><title>Test</title><link rel="icon" href="data:,">{head}</head><body>{body}</body></html>""";
}
