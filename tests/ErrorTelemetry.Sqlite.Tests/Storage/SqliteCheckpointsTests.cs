using Microsoft.Data.Sqlite;

namespace ErrorTelemetry.Storage;

public sealed class SqliteCheckpointsTests : IDisposable
{
    private const int PageBytes = 4096;
    private const int Worth = SqliteCheckpoints.WorthPages;

    private readonly TempFile _file = new();
    private readonly SqliteConnection _writer;
    private readonly SqliteCheckpoints _checkpoints;
    private int _opened;

    public SqliteCheckpointsTests()
    {
        _writer = Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (b BLOB)");
        _checkpoints = new SqliteCheckpoints(() =>
        {
            _opened++;
            return Open();
        });
    }

    private long FileBytes => new FileInfo(_file.Path).Length;

    private long LogBytes => new FileInfo(_file.Path + "-wal").Length;

    [Fact]
    public void Committed_FewPages_LeavesTheLogAlone()
    {
        Write(pages: 10);

        _checkpoints.Committed(_writer, Worth - 1);
        _checkpoints.Finish();

        Assert.Equal(0, _opened);
        Assert.InRange(FileBytes, 0, PageBytes);
    }

    [Fact]
    public void Committed_ManyPages_CopiesThemBesideTheWriter()
    {
        Write(pages: 50);

        _checkpoints.Committed(_writer, Worth);
        _checkpoints.Finish();

        Assert.Equal(1, _opened);
        Assert.InRange(FileBytes, 50 * PageBytes, long.MaxValue);
    }

    [Fact]
    public void Committed_AfterThat_CopiesTheRestSoThatTheLogBeginsAnew()
    {
        Write(pages: 50);
        _checkpoints.Committed(_writer, Worth);
        _checkpoints.Finish();
        Write(pages: 5);
        var log = LogBytes;

        _checkpoints.Committed(_writer, Worth + 5);
        Write(pages: 40);

        Assert.Equal(1, _opened);
        Assert.Equal(log, LogBytes);
    }

    [Fact]
    public void Committed_WhereTheFileIsGone_DoesNotFail()
    {
        var gone = new SqliteCheckpoints(() => throw new ErrorStoreException("There is no file.", isTransient: false));

        gone.Committed(_writer, Worth);
        gone.Finish();

        Write(pages: 1);
    }

    [Fact]
    public async Task Committed_FarMorePagesThanTheCopyBesideKeepsUpWith_WaitsForIt()
    {
        using var disk = new ManualResetEventSlim();
        using var waits = new ManualResetEventSlim();
        var slow = new SqliteCheckpoints(() =>
        {
            disk.Wait(TestContext.Current.CancellationToken);
            return Open();
        });
        Write(pages: 50);
        slow.Committed(_writer, Worth);
        slow.Committed(_writer, SqliteCheckpoints.TooManyPages - 1);

        var copied = Task.Run(
            () =>
            {
                waits.Set();
                slow.Committed(_writer, SqliteCheckpoints.TooManyPages);
                return FileBytes;
            },
            TestContext.Current.CancellationToken);
        waits.Wait(TestContext.Current.CancellationToken);
        disk.Set();

        Assert.InRange(await copied, 50 * PageBytes, long.MaxValue);
        slow.Finish();
    }

    public void Dispose()
    {
        _checkpoints.Finish();
        _writer.Dispose();
        _file.Dispose();
    }

    private void Write(int pages) => Run($"INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {pages}) SELECT zeroblob({PageBytes}) FROM n");

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Run(string sql)
    {
        using var command = _writer.CreateCommand();
#pragma warning disable CA2100 // Constants and numbers of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
