using System.Globalization;
using ErrorTelemetry.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace ErrorTelemetry.Storage;

/// <summary>The file: opened on first use, one connection that writes, pooled ones that read, and every failure in words that say what to do.</summary>
/// <remarks>
/// SQLite is synchronous: the work runs on the thread of whoever awaited last. A writer whose file was removed, or whose connection failed,
/// is opened anew by the next call, so the store recovers by itself.
/// </remarks>
internal sealed class SqliteDatabase(SqliteStoreOptions options, ILogger logger) : IDisposable
{
    // Events of 2 to 3 KiB fill SQLite's usual 4 KiB pages badly: with 8 KiB a third less is written.
    private const int PageBytes = 8192;

    // Checkpoints run beside the writer, which waits for them where they cannot keep up; SQLite's own, within a commit, is for what lies between.
    private const int CheckpointPages = SqliteCheckpoints.TooManyPages;
    private const int CacheKibibytes = 8 * 1024;
    private const int JournalBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan LastWork = TimeSpan.FromMilliseconds(250);

    private readonly string _path = Path.GetFullPath(options.DataSource);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile SqliteWriter? _writer;
    private bool _opened;
    private volatile bool _disposed;

    /// <summary>Runs work in one transaction of its own; all or nothing of it is committed.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteWriter, T> work, CancellationToken cancellationToken) =>
        AloneAsync(writer => writer.InTransaction(work), cancellationToken);

    /// <summary>Runs work on a connection that sees what is committed and disturbs no writer.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_writer is null || !File.Exists(_path))
            await AloneAsync(static _ => true, cancellationToken).ConfigureAwait(false);
        try
        {
            using var connection = Open(pooled: true);
            return work(connection);
        }
        catch (Exception exception) when (SqliteFailures.Translate(exception, _path) is { } failure)
        {
            if (!SqliteFailures.LeavesConnectionIntact(exception))
                await CloseAsync().ConfigureAwait(false);
            throw failure;
        }
    }

    /// <summary>Closes the file; nothing can be done with it any more. Work that waits for another process's lock, or for the disk, closes it when it ends: a host that stops need not wait.</summary>
    public void Dispose()
    {
        _disposed = true;
        if (!_writing.Wait(LastWork))
            return;
        try
        {
            // A host without an error never opened it, and need not load SQLite to close it.
            if (_opened)
                Close();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<T> AloneAsync<T>(Func<SqliteWriter, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work(Writer());
        }
        catch (Exception exception) when (SqliteFailures.Translate(exception, _path) is { } failure)
        {
            if (!SqliteFailures.LeavesConnectionIntact(exception))
                Close();
            throw failure;
        }
        finally
        {
            // Whoever disposed it did not wait.
            if (_disposed && _opened)
                Close();
            _writing.Release();
        }
    }

    private SqliteWriter Writer()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var exists = File.Exists(_path);
        if (_writer is not null && exists)
            return _writer;
        if (_writer is not null)
        {
            Log.Removed(logger, _path);
            Close();
        }

        if (!exists)
            Prepare();
        var connection = Open(pooled: false);
        try
        {
            var found = SqliteSchema.Migrate(connection);
            if (found is not 0 && found != SqliteSchema.Version)
                Log.Migrated(logger, _path, found, SqliteSchema.Version);
            _writer = new SqliteWriter(connection, new SqliteCheckpoints(() => Open(pooled: true)));
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        // Once, however often a failure makes it open again.
        if (!_opened)
            Log.Opened(logger, _path);
        _opened = true;
        return _writer;
    }

    private void Prepare()
    {
        if (Directory.Exists(_path))
            throw new ErrorStoreException($"'{_path}' is a folder. Give the path of a file ({SqliteStoreOptions.SectionName}:{nameof(SqliteStoreOptions.DataSource)}).", isTransient: false);
        if (!options.CreateIfMissing)
            throw new ErrorStoreException($"There is no file '{_path}'. Check the path.", isTransient: false);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
    }

    private SqliteConnection Open(bool pooled)
    {
        var connection = new SqliteConnection(ConnectionString(pooled));
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, options.BusyTimeoutMilliseconds);
            if (!pooled)
                Configure(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string ConnectionString(bool pooled) => new SqliteConnectionStringBuilder
    {
        DataSource = _path,
        Mode = options.CreateIfMissing && !pooled ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        Pooling = pooled,
        DefaultTimeout = Math.Max(1, options.BusyTimeoutMilliseconds / 1000),
    }.ToString();

    private void Configure(SqliteConnection connection)
    {
        var maxPages = options.MaxSizeMebibytes * (1024L * 1024 / PageBytes);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // An enum and numbers.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA page_size = {PageBytes};
            PRAGMA synchronous = {(int)options.Synchronous};
            PRAGMA cache_size = -{CacheKibibytes};
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA journal_size_limit = {JournalBytes};
            {(maxPages > 0 ? $"PRAGMA max_page_count = {maxPages};" : "")}
            """);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private async Task CloseAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            Close();
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
        using var pool = new SqliteConnection(ConnectionString(pooled: true));
        SqliteConnection.ClearPool(pool);
    }
}
