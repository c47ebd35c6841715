namespace ErrorTelemetry;

/// <summary>Token buckets of the ingest endpoint. Section <c>ErrorTelemetry:RateLimit</c>. Addresses are kept in memory only, while their bucket is not full.</summary>
public sealed class ErrorTelemetryRateLimitOptions
{
    /// <summary>Largest burst and rate that may be set.</summary>
    public const int Most = 1_000_000;

    /// <summary>Whether there are limits at all. Default: <see langword="true"/>.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Reports that one address (IPv6: one /64) may post at once. 1 to <see cref="Most"/>. Default: 120.</summary>
    public int AddressBurst { get; set; } = 120;

    /// <summary>Reports a minute that an address gets back. 1 to <see cref="Most"/>. Default: 60.</summary>
    public int AddressPerMinute { get; set; } = 60;

    /// <summary>Reports that one session may post at once. 1 to <see cref="Most"/>. Default: 60.</summary>
    public int SessionBurst { get; set; } = 60;

    /// <summary>Reports a minute that a session gets back. 1 to <see cref="Most"/>. Default: 30.</summary>
    public int SessionPerMinute { get; set; } = 30;
}
