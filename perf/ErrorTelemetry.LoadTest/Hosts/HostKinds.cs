namespace ErrorTelemetry.Hosts;

/// <summary>The hosts that are set side by side.</summary>
internal static class HostKinds
{
    /// <summary>No telemetry at all.</summary>
    public const string Bare = "bare";

    /// <summary>Middleware, ingest endpoint, log hook and SQLite store, as the README shows them.</summary>
    public const string Ours = "errortelemetry";

    /// <summary>The same with everything switched on that can be: endpoint filter, handled errors, unobserved tasks, a redactor and a rule of the host's own.</summary>
    public const string OursAll = "errortelemetry-all";

    /// <summary>Sentry.AspNetCore with tracing off, sending to a sink on this machine.</summary>
    public const string Sentry = "sentry";

    /// <summary>What takes the peer's envelopes.</summary>
    public const string Sink = "sink";
}
