namespace ErrorTelemetry;

/// <summary>What a committed event survives (SQLite's <c>PRAGMA synchronous</c>, in WAL mode).</summary>
public enum SqliteSynchronous
{
    /// <summary>The end of the process at any moment, <c>kill -9</c> included. A power loss may take the last moments, never the file.</summary>
    Normal = 1,

    /// <summary>A power loss as well; every commit waits for the disk.</summary>
    Full = 2,
}
