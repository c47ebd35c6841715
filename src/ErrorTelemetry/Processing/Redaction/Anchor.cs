namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What may start where a word starts: the form of a token, or a sensitive name.</summary>
internal sealed class Anchor
{
    private Anchor(Detector detector, string literal) => (Detector, Literal) = (detector, literal);

    public Detector Detector { get; }

    /// <summary>What the text must start with here: a token's own letters, or a name in lower case without its joints.</summary>
    public string Literal { get; }

    /// <summary>The token's form; <see langword="null"/> for a name.</summary>
    public TokenShape? Shape { get; private init; }

    /// <summary>Bit <c>i</c>: a separator may stand before the name's letter <c>i</c>.</summary>
    public ulong Joints { get; private init; }

    public NameStrength Strength { get; private init; }

    public static Anchor ForToken(Detector detector, TokenShape shape) => new(detector, shape.Literal) { Shape = shape };

    public static Anchor ForName(Detector detector, string name, NameStrength strength)
    {
        var joints = 0UL;
        var letters = new System.Text.StringBuilder();
        foreach (var c in name)
        {
            if (c == ' ') joints |= 1UL << letters.Length;
            else letters.Append(char.ToLowerInvariant(c));
        }

        return new Anchor(detector, letters.ToString()) { Joints = joints, Strength = strength };
    }

    /// <summary>The end of this name where it starts at <paramref name="at"/>, or -1.</summary>
    public int MatchName(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        for (var k = 0; k < Literal.Length; k++)
        {
            if ((Joints >> k & 1) != 0 && i < text.Length && text[i] is '_' or '-' or '.' or ' ') i++;
            if (i >= text.Length || (char)(text[i] | 0x20) != Literal[k]) return -1;
            i++;
        }

        if (i >= text.Length || !char.IsAsciiLetter(text[i])) return i;

        // The name is a whole part only where the next letter starts a new hump: passwordHash, but not passwords, PASSWORDS or tokenize.
        return char.IsAsciiLetterUpper(text[i]) && (char.IsAsciiLetterLower(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiLetterLower(text[i + 1]))) ? i : -1;
    }
}
