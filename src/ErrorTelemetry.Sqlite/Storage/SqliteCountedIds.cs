using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ErrorTelemetry.Storage;

/// <summary>
/// The ids of events that were only counted. They are random: put into their table one by one, each rewrites a page of it. So a commit appends its ids as one row, and
/// what has gathered moves into the table in the order of its keys, a part with each commit, by which a page is written once for many ids.
/// </summary>
/// <remarks>
/// An id is in a row, in the table, or for a while in both. Those of the rows are known by heart; what other processes have appended is read at the start of each
/// transaction. After a rollback all is forgotten and read again, so that nothing is known that was not committed.
/// </remarks>
internal sealed class SqliteCountedIds(SqliteWriter writer) : IDisposable
{
    private const int IdBytes = 16;

    /// <summary>Ids known by heart that are worth moving: the more, the more of them share a page; a process holds about twice as many, of some 40 bytes each.</summary>
    internal const int WorthMoving = 16_384;

    /// <summary>More than the rows of a file hold as a rule: some of these were moved by another process, and are read anew without them.</summary>
    internal const int TooMany = 4 * WorthMoving;

    /// <summary>How many move for each one that comes: more than one, or those that come meanwhile would outnumber them.</summary>
    private const int MovedForEach = 2;

    private readonly SqliteStatement _find = writer.Prepare("SELECT 1 FROM counted_ids WHERE id = ?1");
    private readonly SqliteStatement _move = writer.Prepare("INSERT INTO counted_ids (id, hour) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING");
    private readonly SqliteStatement _append = writer.Prepare("INSERT INTO counted_appends (id, hour, ids) VALUES (?1, ?2, ?3)");
    private readonly SqliteStatement _appended = writer.Prepare("SELECT id, hour, ids FROM counted_appends WHERE id > ?1 ORDER BY id");
    private readonly SqliteStatement _removeMoved = writer.Prepare("DELETE FROM counted_appends WHERE id <= ?1 AND id < (SELECT max(id) FROM counted_appends)");

    private readonly Dictionary<UInt128, long> _hours = [];
    private readonly ArrayBufferWriter<byte> _new = new();
    private long _lastRow;
    private int _tooMany = TooMany;

    // Kept for the next move: arrays of this size lie in the large object heap, which is seldom collected.
    private readonly List<UInt128> _moving = [];
    private int _moved;
    private long _movingRows;

    /// <summary>How many ids are held in memory.</summary>
    public int KnownByHeart => _hours.Count;

    /// <summary>Learns what other processes have appended. At the start of a transaction, before anything is asked.</summary>
    public void CatchUp()
    {
        ReadAppended();
        if (_hours.Count <= _tooMany)
            return;
        Forget();
        ReadAppended();
        _tooMany = Math.Max(TooMany, 2 * _hours.Count);
    }

    public bool Contains(string eventId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return Contains(Key(eventId, hash), hash);
    }

    /// <summary>Remembers an id; <see langword="false"/> if it is known.</summary>
    public bool TryAdd(string eventId, long hour)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var key = Key(eventId, hash);
        if (Contains(key, hash))
            return false;
        _hours.Add(key, hour);
        _new.Write(hash[..IdBytes]);
        return true;
    }

    /// <summary>Appends what was added, and moves a part of what has gathered. At the end of a transaction.</summary>
    public void Save(long hour)
    {
        if (_new.WrittenCount == 0)
            return;
        var added = _new.WrittenCount / IdBytes;
        _append.Bind(1, ++_lastRow).Bind(2, hour).BindBlob(3, _new.WrittenSpan).Run();
        _new.ResetWrittenCount();
        if (_moving.Count == 0 && _hours.Count >= WorthMoving)
            StartMoving();
        if (_moving.Count > 0)
            Move(added * MovedForEach);
    }

    /// <summary>Knows nothing by heart until the next <see cref="CatchUp"/>: what was added may not have been committed.</summary>
    public void Forget()
    {
        _hours.Clear();
        _new.ResetWrittenCount();
        _lastRow = 0;
        _moving.Clear();
    }

    public void Dispose()
    {
        _find.Dispose();
        _move.Dispose();
        _append.Dispose();
        _appended.Dispose();
        _removeMoved.Dispose();
    }

    private static UInt128 Key(string eventId, Span<byte> hash)
    {
        Span<byte> utf8 = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(eventId, utf8, out var length))
            SHA256.HashData(Encoding.UTF8.GetBytes(eventId), hash);
        else
            SHA256.HashData(utf8[..length], hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private bool Contains(UInt128 key, ReadOnlySpan<byte> hash) => _hours.ContainsKey(key) || _find.BindBlob(1, hash[..IdBytes]).Any();

    private void ReadAppended()
    {
        try
        {
            _appended.Bind(1, _lastRow);
            while (_appended.Step())
            {
                _lastRow = _appended.Int64(0);
                for (var ids = _appended.Utf8(2); ids.Length >= IdBytes; ids = ids[IdBytes..])
                    _hours[BinaryPrimitives.ReadUInt128BigEndian(ids)] = _appended.Int64(1);
            }
        }
        finally
        {
            _appended.Reset();
        }
    }

    private void StartMoving()
    {
        _moving.AddRange(_hours.Keys);
        // The order of the numbers is that of SQLite's keys, since both compare the highest byte first.
        _moving.Sort();
        _moved = 0;
        _movingRows = _lastRow;
    }

    private void Move(int count)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        var end = Math.Min(_moving.Count, _moved + count);
        for (; _moved < end; _moved++)
        {
            BinaryPrimitives.WriteUInt128BigEndian(id, _moving[_moved]);
            _move.BindBlob(1, id).Bind(2, _hours[_moving[_moved]]).Run();
        }

        if (_moved < _moving.Count)
            return;
        _removeMoved.Bind(1, _movingRows).Run();
        foreach (var key in _moving)
            _hours.Remove(key);
        _moving.Clear();
    }
}
