using ErrorTelemetry.Processing.Validation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.JSInterop;

namespace ErrorTelemetry.Circuits;

/// <summary>Ties a circuit to its page, and whatever runs in it to the circuit.</summary>
internal sealed class TelemetryCircuitHandler(
    CircuitRegistry circuits, NavigationManager navigation, IJSRuntime browser, IHttpContextAccessor http, TimeProvider time) : CircuitHandler, IDisposable
{
    /// <summary>A page without the browser module answers at once; one that does not answer at all must not hold up its circuit.</summary>
    private static readonly TimeSpan PageIdTimeout = TimeSpan.FromSeconds(2);

    private CircuitState? _circuit;

    /// <summary>First, so that what other handlers and the first components throw already knows its page.</summary>
    public override int Order => int.MinValue;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var userAgent = http.HttpContext?.Request.Headers.UserAgent.ToString();
        circuits.Add(_circuit = new CircuitState(circuit.Id, navigation, string.IsNullOrEmpty(userAgent) ? null : userAgent));
        _circuit.PageId = await ReadPageIdAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>With the circuit's services, which go last: components that fail while a closed circuit is taken down still know their page.</summary>
    public void Dispose()
    {
        if (_circuit is not null)
            circuits.Remove(_circuit);
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        circuits.Current = _circuit;
        return next(context);
    };

    // One question a circuit, before its components start: an error of the first one must carry the page's id too.
    private async Task<string?> ReadPageIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var limit = new CancellationTokenSource(PageIdTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var id = await browser.GetValueAsync<string?>("errorTelemetry.correlationId", either.Token).ConfigureAwait(false);
            return id is not null && Identifiers.IsCorrelationId(id) ? id : null;
        }
        catch (Exception)
        {
            // No module on the page, or no answer: the circuit goes on without a page id. Telemetry never throws into the host.
            return null;
        }
    }
}
