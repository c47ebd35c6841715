using ErrorTelemetry.Hosts;
using ErrorTelemetry.Loads;
using Microsoft.Data.Sqlite;

namespace ErrorTelemetry.Results;

/// <summary>Compares what a host says it recorded with what its file says, read here and not by the host.</summary>
internal static class StoreCheck
{
    /// <summary>Whether every file counts exactly the events that its host has recorded.</summary>
    public static async Task<bool> AgreeAsync(HostSet hosts, IEnumerable<LoadCase> cases)
    {
        var agree = true;
        foreach (var process in cases.SelectMany(static one => one.Processes).Distinct(StringComparer.Ordinal))
        {
            if (hosts[process].Settings.Database is not { } file)
                continue;
            agree &= await AgreesAsync(hosts[process], file);
            // Every event of this one is kept with its text.
            agree &= process != LoadCase.KeepingAll || Read(file).Ids == 0;
        }

        return agree;
    }

    public static async Task<bool> AgreesAsync(ChildHost host, string file)
    {
        var stats = await host.StatsAsync();
        var totals = Read(file);
        // Every event is in its group's count, and either kept with its text or as an id.
        if (totals.Counted == stats.Recorded && totals.Kept + totals.Ids == stats.Recorded)
            return true;
        await Console.Error.WriteLineAsync($"{file}: {stats.Recorded} recorded, but {totals}");
        return false;
    }

    public static StoreTotals Read(string file)
    {
        // A host that has recorded nothing has made no file.
        if (!File.Exists(file))
            return new StoreTotals(0, 0, 0, 0);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE appended(ids, at) AS
                (SELECT ids, 1 FROM counted_appends WHERE length(ids) > 0 UNION ALL SELECT ids, at + 16 FROM appended WHERE at + 16 < length(ids))
            SELECT (SELECT count(*) FROM groups), (SELECT coalesce(sum(count), 0) FROM groups), (SELECT count(*) FROM events),
                   (SELECT count(*) FROM counted_ids) +
                   (SELECT count(DISTINCT substr(ids, at, 16)) FROM appended WHERE NOT EXISTS (SELECT 1 FROM counted_ids WHERE id = substr(ids, at, 16)))
            """;
        using var row = command.ExecuteReader();
        row.Read();
        return new StoreTotals(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }
}
