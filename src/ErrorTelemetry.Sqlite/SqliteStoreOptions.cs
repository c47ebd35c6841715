using System.ComponentModel.DataAnnotations;

namespace ErrorTelemetry;

/// <summary>Where and how errors are kept in a SQLite file. The section <c>ErrorTelemetry:Sqlite</c> of the configuration wins over code.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Sqlite";

    /// <summary>The file's path; a relative one starts at the current directory. The file and its folder are created on first use. Default: <c>errors.db</c>.</summary>
    /// <remarks>SQLite keeps two files beside it, <c>-wal</c> and <c>-shm</c>; they belong to it. Several processes on one machine may share it; a network drive is no place for it.</remarks>
    [Required]
    public string DataSource { get; set; } = "errors.db";

    /// <summary>What a committed event survives. Default: <see cref="SqliteSynchronous.Normal"/>.</summary>
    [EnumDataType(typeof(SqliteSynchronous))]
    public SqliteSynchronous Synchronous { get; set; } = SqliteSynchronous.Normal;

    /// <summary>How long to wait for another process that is writing, in milliseconds. 0 to 60,000. Default: 5,000.</summary>
    [Range(0, 60_000)]
    public int BusyTimeoutMilliseconds { get; set; } = 5_000;

    /// <summary>Largest size of the file in MiB, past which nothing more is recorded until a purge has made room. 0 to 1,048,576; 0 is no limit. Default: 0.</summary>
    [Range(0, 1_048_576)]
    public int MaxSizeMebibytes { get; set; }

    /// <summary>Whether a missing file is created; otherwise it is an error that names the path, which is what a tool that only looks wants. Default: <see langword="true"/>.</summary>
    public bool CreateIfMissing { get; set; } = true;
}
