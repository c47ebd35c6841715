using System.Text.Encodings.Web;
using System.Text.Json;

namespace ErrorTelemetry.Output;

/// <summary>Writes JSON to standard output: one document, readable by people too.</summary>
internal static class ToolJson
{
    // Standard output is no HTML page: quotes and letters stay as they are.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static Utf8JsonWriter Writer(Stream output, bool indented = true) =>
        new(output, new JsonWriterOptions { Encoder = Encoder, Indented = indented });

    public static async Task WriteAsync(Stream output, Action<Utf8JsonWriter> write, bool indented = true)
    {
        await using (var writer = Writer(output, indented))
            write(writer);
        output.WriteByte((byte)'\n');
    }
}
