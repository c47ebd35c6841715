namespace ErrorTelemetry.Deciding;

/// <summary>Keeps matching groups quiet. They go on counting, and the report says how they grow.</summary>
public sealed class MuteRule
{
    /// <summary>The group's fingerprint, or its beginning (at least 8 digits); <see langword="null"/> for any.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>The category; <see langword="null"/> for any.</summary>
    public string? Category { get; set; }

    /// <summary>Quiet until this time; <see langword="null"/> for no end by time.</summary>
    public DateTimeOffset? UntilTime { get; set; }

    /// <summary>Quiet until the group has this many events; <see langword="null"/> for no end by count.</summary>
    public long? UntilCount { get; set; }

    internal bool Applies(ErrorGroup group, string category, DateTimeOffset now) =>
        (Fingerprint is not null || Category is not null)
        && (Fingerprint is null || (Fingerprint.Length >= 8 && group.Fingerprint.StartsWith(Fingerprint, StringComparison.OrdinalIgnoreCase)))
        && (Category is null || string.Equals(Category, category, StringComparison.OrdinalIgnoreCase))
        && !(UntilTime <= now) && !(UntilCount <= group.Count);
}
