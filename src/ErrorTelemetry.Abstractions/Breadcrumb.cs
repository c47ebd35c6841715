namespace ErrorTelemetry;

/// <summary>One thing that happened before an error.</summary>
/// <param name="Timestamp">When it happened, by the reporter's clock.</param>
/// <param name="Category">What kind of thing, such as <c>navigation</c>, <c>fetch</c> or <c>console</c>.</param>
/// <param name="Message">What happened; at most <see cref="ErrorLimits.BreadcrumbChars"/> UTF-16 units.</param>
public sealed record Breadcrumb(DateTimeOffset? Timestamp, string? Category, string? Message);
