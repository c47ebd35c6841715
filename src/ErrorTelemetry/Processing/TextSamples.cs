using System.Numerics;
using System.Runtime.InteropServices;

namespace ErrorTelemetry.Processing;

/// <summary>A number from samples of a text, for tables whose texts are then compared in full: cheap for long texts, and a bad one costs a miss, never a wrong answer.</summary>
internal static class TextSamples
{
    private const int MostSamples = 16;

    /// <summary>Fewer than this are not sampled but read as they are.</summary>
    private const int CharsPerSample = sizeof(ulong) / sizeof(char);

    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length * 0x9E3779B97F4A7C15;
        if (text.Length < CharsPerSample)
        {
            foreach (var c in text)
                hash = Mix(hash, c);
            return (uint)(hash >> 32);
        }

        var bytes = MemoryMarshal.AsBytes(text);
        var last = bytes.Length - sizeof(ulong);
        var samples = Math.Min(MostSamples, 1 + (text.Length - 1) / CharsPerSample);
        for (var i = 0; i < samples; i++)
            hash = Mix(hash, MemoryMarshal.Read<ulong>(bytes[(samples == 1 ? 0 : last * i / (samples - 1))..]));
        return (uint)(hash >> 32);
    }

    private static ulong Mix(ulong hash, ulong value) => BitOperations.RotateLeft((hash ^ value) * 0x9E3779B97F4A7C15, 29);
}
