using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ErrorTelemetry.Storage;

/// <summary>Writes values as JSON into a buffer that is used again and again.</summary>
internal sealed class SqliteJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    // Nothing of this ends up in a page; escaping what only HTML minds would make stacks longer and unreadable in the file.
    private readonly Utf8JsonWriter _writer;

    public SqliteJson() => _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The value as UTF-8, valid until the next call.</summary>
    public ReadOnlySpan<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        JsonSerializer.Serialize(_writer, value, type);
        return _buffer.WrittenSpan;
    }

    public void Dispose() => _writer.Dispose();
}
