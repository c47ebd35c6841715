namespace ErrorTelemetry.Deciding;

/// <summary>Whether a group that was resolved is back.</summary>
internal static class Regression
{
    /// <summary>The reason why it is, or <see langword="null"/> with the reason why not.</summary>
    public static (string? Because, string WhyNot) Judge(ErrorGroup group, IReadOnlyList<ErrorEvent> newestEvents, ReleaseCatalog releases, TimeSpan grace)
    {
        var state = group.Triage;
        if (state.ResolvedAt is not { } resolvedAt)
            return (null, "resolved");
        if (group.LastSeen <= resolvedAt)
            return (null, "resolved, not seen since");
        foreach (var errorEvent in newestEvents.Where(errorEvent => errorEvent.Timestamp > resolvedAt))
        {
            if (errorEvent.Release is null ? errorEvent.Timestamp > resolvedAt + grace : HasFix(errorEvent.Release, state, resolvedAt, errorEvent.Timestamp, releases, grace))
                return (Because(state, errorEvent.Release), string.Empty);
        }

        // Events beyond the store's hourly share are only counted; a release that came up after the fix still tells.
        foreach (var release in group.Releases.Where(release => release.FirstSeen > resolvedAt))
        {
            if (HasFix(release.Name, state, resolvedAt, release.FirstSeen, releases, grace))
                return (Because(state, release.Name), string.Empty);
        }

        return (null, state.ResolvedIn is { } fix ? $"resolved in {fix}; seen since, in older builds only" : "resolved; seen since within the grace period only");
    }

    private static bool HasFix(string release, TriageState state, DateTimeOffset resolvedAt, DateTimeOffset seen, ReleaseCatalog releases, TimeSpan grace) =>
        state.ResolvedIn is { } fix
            ? releases.IsNotOlder(release, fix, resolvedAt)
            : releases.FirstSeen(release) > resolvedAt || seen > resolvedAt + grace;

    private static string Because(TriageState state, string? release) =>
        (state.ResolvedIn, release) switch
        {
            ({ } fix, { } own) => $"seen in release {own}, which is not older than the fix in {fix}",
            (null, { } own) => $"seen in release {own} after it was closed as completed",
            _ => "seen in an event without a release after the grace period",
        };
}
