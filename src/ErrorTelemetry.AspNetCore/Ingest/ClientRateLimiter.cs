using System.Net;

namespace ErrorTelemetry.Ingest;

/// <summary>How many reports an address and a session may post. The address is asked before a body is read, the session after.</summary>
internal sealed class ClientRateLimiter(ErrorTelemetryRateLimitOptions limits, TimeProvider time)
{
    private readonly TokenBuckets<AddressKey>? _addresses = limits.Enabled
        ? new(limits.AddressBurst, limits.AddressPerMinute, TokenBuckets<AddressKey>.MostPartitions, time)
        : null;

    private readonly TokenBuckets<string>? _sessions = limits.Enabled
        ? new(limits.SessionBurst, limits.SessionPerMinute, TokenBuckets<string>.MostPartitions, time)
        : null;

    /// <summary>How long this address must wait, or <see langword="null"/> if it need not.</summary>
    public TimeSpan? WaitOfAddress(IPAddress? address) => _addresses?.Take(AddressKey.Of(address));

    /// <summary>How long this session must wait, or <see langword="null"/> if it need not. A report without a session has its address's limit alone.</summary>
    public TimeSpan? WaitOfSession(string? sessionId) =>
        string.IsNullOrEmpty(sessionId) ? null : _sessions?.Take(sessionId.Length <= ErrorLimits.IdChars ? sessionId : sessionId[..ErrorLimits.IdChars]);
}
