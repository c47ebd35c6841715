using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Storage;

/// <summary>What tests of the SQLite store share: a file of their own, stores over it, and a look into it that goes past the store.</summary>
public abstract class SqliteStoreTest : IDisposable
{
    private readonly TempFile _file = new();
    private readonly List<SqliteErrorStore> _stores = [];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(Some.Now);

    protected string FilePath => _file.Path;

    protected string Folder => _file.Folder;

    public void Dispose()
    {
        _stores.ForEach(store => store.Dispose());
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    internal SqliteErrorStore Create(Action<SqliteStoreOptions>? configure = null, int maxPerHour = 10_000)
    {
        var options = new SqliteStoreOptions { DataSource = FilePath, BusyTimeoutMilliseconds = 10_000 };
        configure?.Invoke(options);
        var store = new SqliteErrorStore(options, new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = maxPerHour }, Time, NullLogger.Instance);
        _stores.Add(store);
        return store;
    }

    /// <summary>A connection of another program.</summary>
    protected SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    protected static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected long Query(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>How many ids of counted events the file holds, each once, wherever it lies.</summary>
    protected long CountedIds() => Query("""
        WITH RECURSIVE appended(ids, at) AS
            (SELECT ids, 1 FROM counted_appends WHERE length(ids) > 0 UNION ALL SELECT ids, at + 16 FROM appended WHERE at + 16 < length(ids))
        SELECT count(*) FROM (SELECT id FROM counted_ids UNION SELECT substr(ids, at, 16) FROM appended)
        """);

    protected static async Task<ErrorStoreException> FailsAsync(Func<Task> work, bool isTransient)
    {
        var failure = await Assert.ThrowsAsync<ErrorStoreException>(work);
        Assert.Equal(isTransient, failure.IsTransient);
        return failure;
    }
}
