using Sentry.Extensibility;
using Sentry.Protocol.Envelopes;

namespace ErrorTelemetry;

/// <summary>Sends the peer's events nowhere.</summary>
internal sealed class NoTransport : ITransport
{
    public Task SendEnvelopeAsync(Envelope envelope, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
