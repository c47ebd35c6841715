using System.ComponentModel.DataAnnotations;

namespace ErrorTelemetry;

/// <summary>The bounds of what happens between capture and store. Section <c>ErrorTelemetry:Processing</c>.</summary>
public sealed class ErrorProcessingOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Processing";

    /// <summary>Exceptions of this process that may wait to be processed; past it they are dropped and counted (<see cref="DiscardReasons.QueueFull"/>). 1 to 1,000,000. Default: 10,000.</summary>
    [Range(1, 1_000_000)]
    public int CaptureQueueCapacity { get; set; } = 10_000;

    /// <summary>Events that may wait for the store; past it clients are answered 503. 1 to 1,000,000. Default: 10,000.</summary>
    [Range(1, 1_000_000)]
    public int WriterQueueCapacity { get; set; } = 10_000;

    /// <summary>Most events in one commit. 1 to 500. Default: 500.</summary>
    [Range(1, 500)]
    public int MaxBatchEvents { get; set; } = 500;

    /// <summary>Commits under way at once. 0 to 64; 0 is what the store asks for (<see cref="IErrorStore.ConcurrentBatches"/>). Default: 0.</summary>
    [Range(0, 64)]
    public int MaxConcurrentBatches { get; set; }

    /// <summary>How long a batch is tried again while the store fails for the moment, in milliseconds. 0 to 60,000. Default: 3,000.</summary>
    [Range(0, 60_000)]
    public int StoreRetryMilliseconds { get; set; } = 3_000;

    /// <summary>Whether <see cref="TaskScheduler.UnobservedTaskException"/> is captured. Default: <see langword="false"/>, since frameworks leave some of their own.</summary>
    public bool CaptureUnobservedTasks { get; set; }

    /// <summary>Whether what brings the process down is captured. Default: <see langword="true"/>.</summary>
    public bool CaptureUnhandledExceptions { get; set; } = true;

    /// <summary>How often what is past its retention is removed, in minutes. 0 (never) to 10,080. Default: 60.</summary>
    [Range(0, 10_080)]
    public int PurgeIntervalMinutes { get; set; } = 60;
}
