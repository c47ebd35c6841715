using System.Runtime.CompilerServices;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>The kind of each character, by one look into a table.</summary>
internal static class CharKinds
{
    private const string Signs = "[@%+(/\\-:?#~";

    private static ReadOnlySpan<byte> Table => Kinds;

    private static readonly byte[] Kinds = Build();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharKind Of(char c) => c < 128 ? (CharKind)Table[c] : CharKind.Sign;

    private static byte[] Build()
    {
        var kinds = new byte[128];
        for (var c = '\0'; c < 128; c++)
        {
            kinds[c] = (byte)(char.IsAsciiDigit(c) ? CharKind.Digit : char.IsAsciiLetterLower(c) ? CharKind.Lower : char.IsAsciiLetterUpper(c) ? CharKind.Upper : Signs.Contains(c) ? CharKind.Sign : CharKind.Plain);
        }

        return kinds;
    }
}
