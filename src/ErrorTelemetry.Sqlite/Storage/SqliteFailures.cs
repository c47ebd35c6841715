using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ErrorTelemetry.Storage;

/// <summary>What SQLite's result codes (sqlite.org/rescode.html) mean to whoever runs the host, and what to do about them.</summary>
internal static class SqliteFailures
{
    private const string Path = $"{SqliteStoreOptions.SectionName}:{nameof(SqliteStoreOptions.DataSource)}";

    private static readonly Dictionary<int, (bool IsTransient, string Text)> Known = new()
    {
        [raw.SQLITE_BUSY] = (true, $"is locked by another process. Wait for it or end it, or raise {SqliteStoreOptions.SectionName}:{nameof(SqliteStoreOptions.BusyTimeoutMilliseconds)}."),
        [raw.SQLITE_LOCKED] = (true, "is locked within this process. Try again."),
        [raw.SQLITE_PROTOCOL] = (true, "could not be locked. Try again; if it persists, the file may lie on a network drive, where SQLite's locks do not work."),
        [raw.SQLITE_NOMEM] = (true, "needs more memory than there is. Free some."),
        [raw.SQLITE_READONLY] = (false, $"cannot be written. Give this process the right to write the file and its folder, or choose another path ({Path})."),
        [raw.SQLITE_PERM] = (false, $"may not be used by this process. Give it the right to read and write the file and its folder, or choose another path ({Path})."),
        [raw.SQLITE_CANTOPEN] = (false, $"cannot be opened or created. Check that the folder exists and that this process may write to it, or choose another path ({Path})."),
        [raw.SQLITE_FULL] = (false, $"has no room: the disk is full or {SqliteStoreOptions.SectionName}:{nameof(SqliteStoreOptions.MaxSizeMebibytes)} is reached. Free space, raise the limit, or shorten the retention ({ErrorStorageOptions.SectionName})."),
        [raw.SQLITE_IOERR] = (false, "cannot be read or written: the disk or file system reports an error. Check the disk and its free space."),
        [raw.SQLITE_CORRUPT] = (false, "is damaged. Move it away together with its -wal and -shm files (a new one is created), or put a backup in its place."),
        [raw.SQLITE_NOTADB] = (false, $"is not a SQLite database. Move it away (a new one is created), or choose another path ({Path})."),
    };

    /// <summary>Whether the connection is as good as before: somebody else merely held the lock.</summary>
    public static bool LeavesConnectionIntact(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL };

    /// <summary>The store's exception for what SQLite, the file system or a damaged row threw; <see langword="null"/> for what is none of the store's.</summary>
    public static ErrorStoreException? Translate(Exception exception, string path) => exception switch
    {
        SqliteException failure when Known.TryGetValue(failure.SqliteErrorCode, out var known) =>
            new ErrorStoreException($"The SQLite file '{path}' {known.Text} (SQLite error {failure.SqliteExtendedErrorCode})", known.IsTransient, failure),
        SqliteException failure =>
            new ErrorStoreException($"The SQLite file '{path}' cannot be used: {failure.Message}", isTransient: false, failure),
        JsonException => new ErrorStoreException($"The SQLite file '{path}' {Known[raw.SQLITE_CORRUPT].Text}", isTransient: false, exception),
        IOException or UnauthorizedAccessException =>
            new ErrorStoreException($"The SQLite file '{path}' {Known[raw.SQLITE_CANTOPEN].Text}", isTransient: false, exception),
        _ => null,
    };
}
