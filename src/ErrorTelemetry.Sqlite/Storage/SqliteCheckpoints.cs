using Microsoft.Data.Sqlite;

namespace ErrorTelemetry.Storage;

/// <summary>
/// Copies what the writer has appended to the log (WAL) back into the database file. Nearly all of it beside the writer, on a connection of its own, because it waits for
/// the disk; the writer itself copies the small rest, after which SQLite begins the log anew.
/// </summary>
internal sealed class SqliteCheckpoints(Func<SqliteConnection> open)
{
    /// <summary>Pages in the log that are worth a checkpoint.</summary>
    internal const int WorthPages = 4_000;

    /// <summary>Pages in the log (8 KiB each: 125 MiB) past which a writer waits for the copy that is under way, so that a slow disk cannot let it grow on.</summary>
    internal const int TooManyPages = 16_000;

    /// <summary>The second time takes what was appended during the first one, and so leaves little.</summary>
    private const int Times = 2;

    private const string Statement = "PRAGMA wal_checkpoint(PASSIVE)";

    private Task _beside = Task.CompletedTask;
    private bool _restIsDue;
    private long _pagesBefore;

    /// <summary>Called by the writer after each commit, with all the pages that it has written so far.</summary>
    public void Committed(SqliteConnection writer, long pages)
    {
        if (!_beside.IsCompleted)
        {
            if (pages - _pagesBefore < TooManyPages)
                return;
            Finish();
        }

        if (_restIsDue)
        {
            _restIsDue = false;
            _pagesBefore = pages;
            Copy(writer);
        }
        else if (pages - _pagesBefore >= WorthPages)
        {
            _restIsDue = true;
            _beside = Task.Run(CopyBeside);
        }
    }

    /// <summary>Waits for what is under way.</summary>
    public void Finish() => _beside.GetAwaiter().GetResult();

    private void CopyBeside()
    {
        try
        {
            using var connection = open();
            for (var i = 0; i < Times; i++)
                Copy(connection);
        }
        catch (Exception exception) when (exception is SqliteException or ErrorStoreException)
        {
            // The file is locked, full or gone. The writer meets the same and tells; what is in the log is durable.
        }
    }

    private static void Copy(SqliteConnection connection)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = Statement;
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // As above: a commit must not fail because the copy of it does.
        }
    }
}
