namespace ErrorTelemetry;

/// <summary>How groups are ordered, always descending.</summary>
public enum GroupOrder
{
    /// <summary>The latest seen first.</summary>
    LastSeen = 0,

    /// <summary>The most counted first.</summary>
    Count = 1,
}
