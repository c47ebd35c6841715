using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace ErrorTelemetry.Browser;

/// <summary>The browser module as .NET in WebAssembly sees it: <c>window.errorTelemetry</c>.</summary>
internal sealed class BrowserModule(IJSRuntime runtime, ILogger<BrowserModule> logger)
{
    /// <summary>Where the package serves the module, below the page's base.</summary>
    public const string Path = "_content/ErrorTelemetry.Blazor/error-telemetry.js";

    private string? _pageId;

    /// <summary>The id of this page load; <see langword="null"/> while the module has not loaded.</summary>
    public string? PageId => _pageId ??= ReadPageId();

    /// <summary>Hands a report over: the module redacts, queues and sends it, under the same limits as the page's own errors.</summary>
    public void Submit(string reportJson)
    {
        try
        {
            ((IJSInProcessRuntime)runtime).InvokeVoid("errorTelemetry.submit", reportJson);
        }
        catch (JSException)
        {
            // Not there yet, or never asked for: a page without the script tag.
            _ = ImportAndSubmitAsync(reportJson);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A string needs no members that trimming could remove.")]
    private string? ReadPageId()
    {
        try
        {
            return (runtime as IJSInProcessRuntime)?.GetValue<string?>("errorTelemetry.correlationId");
        }
        catch (JSException)
        {
            return null;
        }
    }

    private async Task ImportAndSubmitAsync(string reportJson)
    {
        try
        {
            await runtime.InvokeVoidAsync("import", $"./{Path}");
            await runtime.InvokeVoidAsync("errorTelemetry.submit", reportJson);
        }
        catch (Exception failure)
        {
            Log.BrowserModuleFailed(logger, failure.GetType().FullName);
        }
    }
}
