namespace ErrorTelemetry.Writing;

/// <summary>The options that the write path needs, in its own units.</summary>
internal sealed record WriteSettings(
    TimeSpan GroupWriteInterval, int MaxConcurrentCommits, bool LookUpCountedEvents, int MaxStoredEventsPerGroupPerHour, TimeSpan EventRetention, TimeSpan GroupRetention)
{
    public static WriteSettings From(FirestoreStoreOptions options, ErrorStorageOptions storage) => new(
        TimeSpan.FromMilliseconds(options.GroupWriteIntervalMilliseconds),
        options.MaxConcurrentCommits,
        options.LookUpCountedEvents,
        storage.MaxStoredEventsPerGroupPerHour,
        TimeSpan.FromDays(storage.EventRetentionDays),
        TimeSpan.FromDays(storage.GroupRetentionDays));
}
