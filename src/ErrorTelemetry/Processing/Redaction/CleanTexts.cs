using System.Numerics;
using System.Runtime.InteropServices;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>
/// Remembers the last texts in which no built-in detector found anything. Errors repeat: the stack of a storm is scanned once, not a million times.
/// Holds clean texts only, at most 256 of 8 Ki characters. Thread-safe: slots are replaced whole, and a lost one costs a scan.
/// </summary>
internal sealed class CleanTexts
{
    private const int Slots = 256;

    /// <summary>Shorter ones are scanned as fast as they are compared.</summary>
    private const int MinChars = 64;

    private const int MaxChars = 8_192;

    private const int Samples = 16;

    private readonly string?[] _slots = new string?[Slots];

    public bool Has(string text) => IsWorthIt(text) && string.Equals(Volatile.Read(ref _slots[SlotOf(text)]), text, StringComparison.Ordinal);

    public void Add(string text)
    {
        if (IsWorthIt(text))
            Volatile.Write(ref _slots[SlotOf(text)], text);
    }

    private static bool IsWorthIt(string text) => text.Length is >= MinChars and <= MaxChars;

    /// <summary>From samples of the text: the slot need not be its own, since the texts are compared in full.</summary>
    private static int SlotOf(string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var hash = (ulong)text.Length;
        for (var i = 0; i < Samples; i++)
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(bytes[((bytes.Length - sizeof(ulong)) * i / (Samples - 1))..])) * 0x9E3779B97F4A7C15, 29);
        return (int)(hash >> 32) & (Slots - 1);
    }
}
