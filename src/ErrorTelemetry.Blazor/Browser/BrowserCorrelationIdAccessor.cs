namespace ErrorTelemetry.Browser;

/// <summary>In the browser the current correlation id is the page's.</summary>
internal sealed class BrowserCorrelationIdAccessor(BrowserModule module) : ICorrelationIdAccessor
{
    public string? Current => module.PageId;
}
