namespace ErrorTelemetry;

/// <summary>One page of groups.</summary>
/// <param name="Groups">The groups, in the query's order.</param>
/// <param name="ContinuationToken">Asks for the next page; <see langword="null"/> on the last.</param>
public sealed record GroupPage(IReadOnlyList<ErrorGroup> Groups, string? ContinuationToken);
