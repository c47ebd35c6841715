using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ErrorTelemetry.Schema;

/// <summary>The tables, as numbered scripts inside the assembly; <c>user_version</c> of the file says how many have run.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as one of ours ("ErTl"), so that no other application's database is ever written to.</summary>
    internal const int ApplicationId = 0x4572546C;

    private static readonly string[] Scripts = [.. typeof(SqliteSchema).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The version that this release writes.</summary>
    public static int Version => Scripts.Length;

    /// <summary>Brings the file up to <see cref="Version"/>, one transaction per script. Safe when several processes do it at once.</summary>
    /// <returns>The version that was found; 0 for a new file.</returns>
    /// <exception cref="ErrorStoreException">The file is another application's, or a later release's.</exception>
    public static long Migrate(SqliteConnection connection)
    {
        var found = Find(connection);
        if (found == Version)
            return found;

        // Switching to WAL cannot be part of a transaction; it is kept in the file.
        Execute(connection, "PRAGMA journal_mode = WAL;");
        for (var i = 0; i < Scripts.Length; i++)
            Run(connection, Scripts[i], i + 1);
        return found;
    }

    private static void Run(SqliteConnection connection, string script, int version)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (Check(connection) < version)
        {
            Execute(connection, Read(script));
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version};"));
        }

        transaction.Commit();
    }

    private static long Find(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        return Check(connection);
    }

    /// <summary>Has to run inside a transaction: between two of its statements another process may create the tables.</summary>
    private static long Check(SqliteConnection connection)
    {
        var version = Query(connection, "PRAGMA user_version;");
        if (Query(connection, "PRAGMA application_id;") != ApplicationId && (version != 0 || Query(connection, "SELECT count(*) FROM sqlite_schema;") > 0))
            throw new ErrorStoreException($"The SQLite file '{connection.DataSource}' belongs to another application. Choose another path ({SqliteStoreOptions.SectionName}:{nameof(SqliteStoreOptions.DataSource)}).", isTransient: false);
        if (version > Version)
            throw new ErrorStoreException($"The SQLite file '{connection.DataSource}' has schema version {version}, written by a later release; this one knows {Version}. Update the packages and the tool, or choose another path ({SqliteStoreOptions.SectionName}:{nameof(SqliteStoreOptions.DataSource)}).", isTransient: false);
        return version;
    }

    private static string Read(string script)
    {
        using var reader = new StreamReader(typeof(SqliteSchema).Assembly.GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant or a script of this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
