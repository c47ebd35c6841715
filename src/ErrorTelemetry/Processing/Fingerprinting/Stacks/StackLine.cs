namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>Recognises one line of any stack, engine by engine. Stacks may mix them: a WebAssembly app has managed and script frames in one text.</summary>
internal static class StackLine
{
    private const string At = "at ";

    /// <summary>Adds the line's frame; <see langword="false"/> where the line is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, ref FrameBuilder frames)
    {
        var text = line.Trim();
        if (text.Length < 3)
            return false;
        if (text.StartsWith(At, StringComparison.Ordinal))
        {
            var rest = text[At.Length..].TrimStart();
            // Chromium's console writes "at fn @ place".
            return V8Line.TryParse(rest, ref frames) || ManagedLine.TryParse(rest, ref frames) || (rest.Contains(" @ ", StringComparison.Ordinal) && GeckoLine.TryParse(rest, ref frames));
        }
        if (GeckoLine.TryParse(text, ref frames) || OperaLine.TryParse(text, ref frames))
            return true;
        if (!text.Contains('('))
            return false;
        if (UnityLine.TryParse(text, ref frames) || BareLine.TryParse(text, ref frames))
            return true;
        if (AtWords.TryStrip(text, out var localised) && ManagedLine.TryParse(localised, ref frames))
            return true;
        if (TryLogged(text, out var logged) && (V8Line.TryParse(logged, ref frames) || ManagedLine.TryParse(logged, ref frames)))
            return true;
        // A language that the table lacks: .NET indents frames by three blanks, and a method with brackets follows the word.
        return line.StartsWith("   ", StringComparison.Ordinal) && AtWords.MayBeAnother(text, out var unlisted) && ManagedLine.TryParse(unlisted, ref frames);
    }

    /// <summary>Logs repeat their head in each line: <c>11-23 14:18:40.598 I/MonoDroid( 123):    at Shop.A.One()</c>, <c>shop-1  |    at Shop.A.One()</c>.</summary>
    private static bool TryLogged(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        const int LongestHead = 80;
        rest = default;
        var head = text[..Math.Min(text.Length, LongestHead)];
        var at = head.IndexOf("  at ", StringComparison.Ordinal);
        if (at < 0)
            at = head.IndexOf("\tat ", StringComparison.Ordinal) - 1;
        if (at <= 0 || text[..(at + 1)].TrimEnd() is not [.., ':' or '|' or ']'])
            return false;
        rest = text[(at + "  at ".Length)..].TrimStart();
        return true;
    }
}
