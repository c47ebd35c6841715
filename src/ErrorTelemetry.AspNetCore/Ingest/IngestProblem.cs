using ErrorTelemetry.Processing.Validation;

namespace ErrorTelemetry.Ingest;

/// <summary>One way to refuse a request to the ingest endpoint, as problem details (RFC 9457). Its texts are ours: nothing of the request is in them.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">The status's own phrase.</param>
/// <param name="Reason">One of <see cref="DiscardReasons"/>, or a word for what is no discarded report.</param>
/// <param name="Detail">What is wrong and how to do it right.</param>
internal sealed record IngestProblem(int Status, string Title, string Reason, string Detail)
{
    public static readonly IngestProblem Off = new(404, "Not Found", "off", "Error telemetry is switched off on this host.") { IsReport = false };
    public static readonly IngestProblem Method = new(405, "Method Not Allowed", "method", "Reports are sent with POST.") { IsReport = false };
    public static readonly IngestProblem Origin = new(403, "Forbidden", DiscardReasons.Origin, "Reports are taken from pages of this origin. To take them from others, list those in ErrorTelemetry:AllowedOrigins.");
    public static readonly IngestProblem AddressRate = new(429, "Too Many Requests", DiscardReasons.RateLimited, "Too many reports from this address. Retry-After says when to try again.");
    public static readonly IngestProblem SessionRate = new(429, "Too Many Requests", DiscardReasons.RateLimited, "Too many reports from this session. Retry-After says when to try again.");
    public static readonly IngestProblem ContentEncoding = new(415, "Unsupported Media Type", DiscardReasons.ContentType, "Send the body without a Content-Encoding.");
    public static readonly IngestProblem ContentType = new(415, "Unsupported Media Type", DiscardReasons.ContentType, "Send application/json, or text/plain that holds JSON.");
    public static readonly IngestProblem Charset = new(415, "Unsupported Media Type", DiscardReasons.ContentType, "Send the JSON as UTF-8, and no other charset in the content type.");
    public static readonly IngestProblem TooLarge = new(413, "Content Too Large", DiscardReasons.TooLarge, "The body is larger than 65536 bytes. Shorten the stack and the breadcrumbs.");
    public static readonly IngestProblem TooSlow = new(408, "Request Timeout", DiscardReasons.Invalid, "The body did not arrive in time.");
    public static readonly IngestProblem Unreadable = new(400, "Bad Request", DiscardReasons.Invalid, "The body could not be read to its end.");
    public static readonly IngestProblem Invalid = new(400, "Bad Request", DiscardReasons.Invalid, "The report breaks the contract; errors names every fault.");
    public static readonly IngestProblem Unavailable = new(503, "Service Unavailable", DiscardReasons.StoreUnavailable, "The report could not be stored. Keep it; Retry-After says when to try again.");

    public static readonly IngestProblem Full = Unavailable with { Reason = DiscardReasons.QueueFull };

    /// <summary>Whether a report was refused, which is counted.</summary>
    public bool IsReport { get; init; } = true;

    /// <summary>What is wrong with the report, for <see cref="Invalid"/>.</summary>
    public IReadOnlyList<ReportFault> Faults { get; init; } = [];

    /// <summary>How long the client should wait, where trying again can help.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
