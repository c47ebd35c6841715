using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ErrorTelemetry.Storage;

/// <summary>The one connection that writes, with its statements kept prepared. Used by one caller at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteJson _json = new();
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteCheckpoints _checkpoints;

    /// <summary>Takes over an open connection whose schema is current.</summary>
    public SqliteWriter(SqliteConnection connection, SqliteCheckpoints checkpoints)
    {
        _connection = connection;
        _checkpoints = checkpoints;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        Events = new SqliteEventTable(this, _json);
        Groups = new SqliteGroupTable(this, _json);
    }

    public SqliteEventTable Events { get; }

    public SqliteGroupTable Groups { get; }

    /// <summary>Prepares a statement; whoever asked disposes it.</summary>
    public SqliteStatement Prepare(string sql) => new(_connection, sql);

    /// <summary>Commits all of the work, or nothing of it. Immediate: what the work reads, nobody else changes before it is committed.</summary>
    public T InTransaction<T>(Func<SqliteWriter, T> work)
    {
        var result = Commit(work);
        _checkpoints.Committed(_connection, PagesWritten());
        return result;
    }

    public void Dispose()
    {
        _checkpoints.Finish();
        Groups.Dispose();
        Events.Dispose();
        _rollback.Dispose();
        _commit.Dispose();
        _begin.Dispose();
        _json.Dispose();
        _connection.Dispose();
    }

    private T Commit<T>(Func<SqliteWriter, T> work)
    {
        _begin.Run();
        try
        {
            var result = work(this);
            _commit.Run();
            return result;
        }
        catch
        {
            Events.CountedIds.Forget();
            RollBack();
            throw;
        }
    }

    private int PagesWritten()
    {
        raw.sqlite3_db_status(_connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0);
        return pages;
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; the first failure is the one to tell of.
        }
    }
}
