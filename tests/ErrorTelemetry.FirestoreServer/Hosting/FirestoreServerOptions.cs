namespace ErrorTelemetry.Hosting;

/// <summary>How a server starts.</summary>
public sealed record FirestoreServerOptions
{
    /// <summary>The port on the loopback address; 0: a free one. Default: 0.</summary>
    public int Port { get; init; }

    /// <summary>A file that keeps every commit across restarts; <see langword="null"/>: memory only. Default: <see langword="null"/>.</summary>
    public string? JournalFile { get; init; }

    /// <summary>The <c>firestore.indexes.json</c> that is deployed; <see langword="null"/>: none, so that every field is indexed and composite queries fail. Default: the store's own.</summary>
    public string? IndexesFile { get; init; } = Path.Combine(AppContext.BaseDirectory, "firestore.indexes.json");

    /// <summary>The clock behind commit times. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
