using Microsoft.Data.Sqlite;

namespace ErrorTelemetry.Storage;

/// <summary>Whatever is wrong with the file, the answer is one exception that says what to do, and the store works again once it is done.</summary>
public sealed class SqliteErrorStoreFailureTests : SqliteStoreTest
{
    [Fact]
    public async Task AnyMember_NotADatabase_SaysSoAndRecoversOnceItIsMovedAway()
    {
        await File.WriteAllTextAsync(FilePath, new string('x', 5_000), Ct);
        var store = Create();

        var failure = await FailsAsync(() => store.RecordAsync([Some.Event()], Ct), isTransient: false);
        Assert.Contains(FilePath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("is not a SQLite database. Move it away", failure.Message, StringComparison.Ordinal);
        Assert.IsType<SqliteException>(failure.InnerException);
        await FailsAsync(() => store.FindGroupAsync(Some.Fingerprint(), Ct), isTransient: false);
        await FailsAsync(() => store.FindEventsAsync("code", cancellationToken: Ct), isTransient: false);
        await FailsAsync(() => store.GetNewestEventsAsync(Some.Fingerprint(), cancellationToken: Ct), isTransient: false);
        await FailsAsync(() => store.QueryGroupsAsync(new GroupQuery(), Ct), isTransient: false);
        await FailsAsync(() => store.TryChangeTriageAsync(Some.Fingerprint(), 0, Some.Filing(), Ct), isTransient: false);
        await FailsAsync(() => store.PurgeAsync(Ct), isTransient: false);
        await FailsAsync(() => store.DeleteGroupAsync(Some.Fingerprint(), Ct), isTransient: false);

        File.Move(FilePath, FilePath + ".bad");
        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([Some.Event()], Ct));
    }

    [Fact]
    public async Task RecordAsync_DamagedPages_SaysSoAndRecoversOnceTheyAreMovedAway()
    {
        using (var before = Create())
            await before.RecordAsync(Some.Events(200), Ct);
        var bytes = await File.ReadAllBytesAsync(FilePath, Ct);
        Array.Fill(bytes, (byte)0xA5, 8192, bytes.Length - 8192);
        await File.WriteAllBytesAsync(FilePath, bytes, Ct);
        var store = Create();

        var failure = await FailsAsync(() => store.RecordAsync([Some.Event()], Ct), isTransient: false);
        Assert.Contains("is damaged. Move it away", failure.Message, StringComparison.Ordinal);
        await FailsAsync(() => store.QueryGroupsAsync(new GroupQuery(), Ct), isTransient: false);

        File.Move(FilePath, FilePath + ".bad");
        await store.RecordAsync([Some.Event()], Ct);
        Assert.Single((await store.QueryGroupsAsync(new GroupQuery(), Ct)).Groups);
    }

    [Fact]
    public async Task FindEventsAsync_DamagedRow_SaysSo()
    {
        var store = Create();
        var damaged = Some.Event();
        await store.RecordAsync([damaged], Ct);
        using (var other = Connect())
            Execute(other, "UPDATE events SET json = substr(json, 1, 40)");

        var failure = await FailsAsync(() => store.FindEventsAsync(damaged.EventId, cancellationToken: Ct), isTransient: false);
        Assert.Contains("is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordAsync_AFolderInstead_SaysSo()
    {
        Directory.CreateDirectory(FilePath);

        var failure = await FailsAsync(() => Create().RecordAsync([Some.Event()], Ct), isTransient: false);

        Assert.Contains("is a folder. Give the path of a file (ErrorTelemetry:Sqlite:DataSource)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordAsync_AFileWhereAFolderShouldBe_SaysSo()
    {
        await File.WriteAllTextAsync(FilePath, "", Ct);

        var failure = await FailsAsync(() => Create(o => o.DataSource = Path.Combine(FilePath, "errors.db")).RecordAsync([Some.Event()], Ct), isTransient: false);

        Assert.Contains("cannot be opened or created", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordAsync_AFolderThatTakesNoFiles_SaysSo()
    {
        // Nobody, not even root, creates a file here.
        var failure = await FailsAsync(() => Create(o => o.DataSource = "/proc/errors.db").RecordAsync([Some.Event()], Ct), isTransient: false);

        Assert.Contains("cannot be opened or created", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordAsync_ReadOnlyFile_SaysSoAndStillReads()
    {
        var first = Some.Event();
        using (var before = Create())
            await before.RecordAsync([first], Ct);
        // A write version above 2 makes SQLite treat a file as read-only (sqlite.org/fileformat2.html), for root too, whom permissions do not stop.
        SetWriteVersion(3);
        var store = Create();

        Assert.Equal(1, (await store.FindGroupAsync(first.Fingerprint, Ct))?.Count);
        var failure = await FailsAsync(() => store.RecordAsync([Some.Event()], Ct), isTransient: false);
        Assert.Contains("cannot be written. Give this process the right to write", failure.Message, StringComparison.Ordinal);

        SetWriteVersion(2);
        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([Some.Event(first.Fingerprint)], Ct));
    }

    [Theory]
    [InlineData("BEGIN IMMEDIATE")]
    [InlineData("BEGIN EXCLUSIVE")]
    public async Task RecordAsync_LockedByAnotherProcess_IsTransientAndRecoversWithTheLock(string begin)
    {
        var store = Create(o => o.BusyTimeoutMilliseconds = 20);
        var first = Some.Event();
        await store.RecordAsync([first], Ct);
        using (var other = Connect())
        {
            Execute(other, begin);

            var failure = await FailsAsync(() => store.RecordAsync([Some.Event(first.Fingerprint)], Ct), isTransient: true);
            Assert.Contains("is locked by another process", failure.Message, StringComparison.Ordinal);
            Assert.Equal(1, (await store.FindGroupAsync(first.Fingerprint, Ct))?.Count);
        }

        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([Some.Event(first.Fingerprint)], Ct));
        Assert.Equal(2, (await store.FindGroupAsync(first.Fingerprint, Ct))?.Count);
    }

    [Fact]
    public async Task RecordAsync_LockedWhileItIsOpened_IsTransientAndRecoversWithTheLock()
    {
        using (var other = Connect())
        {
            Execute(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");

            await FailsAsync(() => Create(o => o.BusyTimeoutMilliseconds = 0).RecordAsync([Some.Event()], Ct), isTransient: true);
        }

        Assert.Equal([RecordOutcome.Recorded], await Create().RecordAsync([Some.Event()], Ct));
    }

    [Fact]
    public async Task RecordAsync_NoRoomLeft_SaysSoRecordsNothingByHalvesAndRecoversWithRoom()
    {
        var store = Create(o => o.MaxSizeMebibytes = 1);
        var recorded = new List<ErrorEvent>();
        var failure = await FailsAsync(
            async () =>
            {
                while (recorded.Count < 2_000)
                {
                    var batch = Some.Events(10).Select(e => e with { Stack = new string('s', 4_000) }).ToList();
                    await store.RecordAsync(batch, Ct);
                    recorded.AddRange(batch);
                }
            },
            isTransient: false);

        Assert.Contains("has no room", failure.Message, StringComparison.Ordinal);
        Assert.True(new FileInfo(FilePath).Length <= 1024 * 1024);
        var groups = (await store.QueryGroupsAsync(new GroupQuery { Limit = 500 }, Ct)).Groups;
        Assert.Equal(recorded.Count, groups.Sum(group => group.Count));
        Assert.Equal(recorded.Count, Query("SELECT count(*) FROM events"));
        await FailsAsync(() => store.RecordAsync(Some.Events(10).Select(e => e with { Stack = new string('s', 9_000) }).ToList(), Ct), isTransient: false);

        foreach (var group in groups.Take(groups.Count / 2))
            await store.DeleteGroupAsync(group.Fingerprint, Ct);
        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([Some.Event()], Ct));
    }

    [Fact]
    public async Task RecordAsync_FileRemovedWhileInUse_CreatesItAgain()
    {
        var store = Create();
        await store.RecordAsync([Some.Event()], Ct);
        foreach (var file in Directory.GetFiles(Folder))
            File.Delete(file);
        var next = Some.Event();

        await store.RecordAsync([next], Ct);

        Assert.Equal(1, Query("SELECT count(*) FROM events"));
        Assert.Single(await store.FindEventsAsync(next.EventId, cancellationToken: Ct));
    }

    [Fact]
    public async Task AnyMember_MissingFileThatIsNotToBeCreated_NamesThePathAndCreatesNothing()
    {
        var store = Create(o => o.CreateIfMissing = false);

        var failure = await FailsAsync(() => store.QueryGroupsAsync(new GroupQuery(), Ct), isTransient: false);
        await FailsAsync(() => store.RecordAsync([Some.Event()], Ct), isTransient: false);

        Assert.Equal($"There is no file '{FilePath}'. Check the path.", failure.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    private void SetWriteVersion(byte version)
    {
        using var file = File.OpenWrite(FilePath);
        file.Position = 18;
        file.WriteByte(version);
    }
}
