namespace ErrorTelemetry;

/// <summary>Why a report was refused or dropped. Every drop has one of these and counts in <c>errortelemetry.discarded</c>.</summary>
public static class DiscardReasons
{
    /// <summary>The report breaks the ingest contract.</summary>
    public const string Invalid = "invalid";

    /// <summary>A noise rule matched; the metric's tag <c>rule</c> says which.</summary>
    public const string Noise = "noise";

    /// <summary>A redactor threw; raw text is never stored.</summary>
    public const string RedactionFailed = "redaction-failed";

    /// <summary>The sender sent too many.</summary>
    public const string RateLimited = "rate-limited";

    /// <summary>The body is larger than <see cref="ErrorLimits.BodyBytes"/>.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The request's origin is not allowed.</summary>
    public const string Origin = "origin";

    /// <summary>The content type or encoding is not taken.</summary>
    public const string ContentType = "content-type";

    /// <summary>The queue before the writer is full.</summary>
    public const string QueueFull = "queue-full";

    /// <summary>The store did not take the event within the writer's retries.</summary>
    public const string StoreUnavailable = "store-unavailable";

    /// <summary>The pipeline itself failed on this report.</summary>
    public const string PipelineFailed = "pipeline-failed";

    /// <summary>The host stopped before the event could be stored.</summary>
    public const string Stopped = "stopped";
}
