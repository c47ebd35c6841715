namespace ErrorTelemetry.Documents;

/// <summary>A release in a group's document. <see cref="Order"/> counts the appearances, so that releases first seen at the same time keep theirs.</summary>
internal sealed record KnownRelease(string Name, long Order, DateTimeOffset FirstSeen, long Count);
