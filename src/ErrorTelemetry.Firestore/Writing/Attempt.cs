namespace ErrorTelemetry.Writing;

/// <summary>
/// How an event is to be recorded. Decided once and held to however often it is tried, by whatever commit: all tries then create the same document
/// (the event's own, or the receipt of this id), so at most one of them can ever happen.
/// </summary>
/// <param name="Id">The commit that tried first.</param>
/// <param name="IsKept">Whether the event gets a document, or is only counted.</param>
internal sealed record Attempt(string Id, bool IsKept);
