using ErrorTelemetry.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ErrorTelemetry.Storage;

/// <summary>A file of every commit, written before its answer, so that a server that was killed comes back with all that it answered for.</summary>
internal sealed class CommitJournal(string file) : IDisposable
{
    private readonly FileStream _stream = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);

    public IEnumerable<(CommitRequest Request, Timestamp Time)> ReadAll()
    {
        _stream.Position = 0;
        var end = 0L;
        while (TryRead(out var request, out var time))
        {
            end = _stream.Position;
            yield return (request, time);
        }

        // A server killed in the middle of a write leaves half a commit, which nobody was told of.
        _stream.SetLength(end);
        _stream.Position = end;
    }

    public void Append(CommitRequest request, Timestamp time)
    {
        using var buffer = new MemoryStream();
        request.WriteDelimitedTo(buffer);
        time.WriteDelimitedTo(buffer);
        _stream.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public void Dispose() => _stream.Dispose();

    private bool TryRead(out CommitRequest request, out Timestamp time)
    {
        (request, time) = (new CommitRequest(), new Timestamp());
        if (_stream.Position >= _stream.Length)
            return false;
        try
        {
            request = CommitRequest.Parser.ParseDelimitedFrom(_stream);
            time = Timestamp.Parser.ParseDelimitedFrom(_stream);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }
}
