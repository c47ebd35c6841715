using System.Numerics;
using System.Runtime.InteropServices;

namespace ErrorTelemetry.Processing;

/// <summary>
/// A number of a text for tables whose texts are then compared in full, so that a bad one costs a miss, never a wrong answer. Several times faster than
/// <see cref="string.GetHashCode()"/>, which must also withstand a table that grows with its collisions; all characters count, since stacks often differ in one name.
/// </summary>
internal static class TextHash
{
    private const ulong Factor = 0x9E3779B97F4A7C15;
    private const int Lanes = 4;

    public static uint Of(ReadOnlySpan<char> text)
    {
        // Four products at once: each would wait for the one before it.
        ulong a = (ulong)text.Length, b = Factor, c = ~a, d = ~b;
        var words = MemoryMarshal.Cast<char, ulong>(text);
        var rest = text[(words.Length * (sizeof(ulong) / sizeof(char)))..];
        for (; words.Length >= Lanes; words = words[Lanes..])
        {
            a = Mix(a, words[0]);
            b = Mix(b, words[1]);
            c = Mix(c, words[2]);
            d = Mix(d, words[3]);
        }

        foreach (var word in words)
            a = Mix(a, word);
        foreach (var one in rest)
            b = Mix(b, one);
        return (uint)(Mix(Mix(Mix(a, b), c), d) >> 32);
    }

    private static ulong Mix(ulong hash, ulong value) => BitOperations.RotateLeft((hash ^ value) * Factor, 29);
}
