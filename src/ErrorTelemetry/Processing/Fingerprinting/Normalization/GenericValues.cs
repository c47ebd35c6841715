using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Finds the placeholders of a component that count as one value: <c>&lt;int&gt;, &lt;int&gt;</c>, <c>'&lt;duration&gt;'</c>, <c>[&lt;ip&gt;]:&lt;int&gt;</c>.</summary>
internal static class GenericValues
{
    private const int LongestJoint = 4;

    /// <summary>Characters that may stand between two values that are really one: <c>+1 (415) 555-2671</c>.</summary>
    private static readonly SearchValues<char> s_joints = SearchValues.Create(" .,:;/-+()_|=#*");

    /// <summary>What a value may start with.</summary>
    private static readonly SearchValues<char> s_starts = SearchValues.Create("<['\"`“‘«„‚「");

    /// <summary>The first place where a value may start, or -1.</summary>
    public static int Start(ReadOnlySpan<char> text) => text.IndexOfAny(s_starts);

    /// <summary>The length of the values at the start of the text that are joined; 0 for none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = Value(text);
        for (var next = length; next > 0; length += next)
            next = Next(text[length..], quotes: true);
        return length;
    }

    private static int Next(ReadOnlySpan<char> text, bool quotes)
    {
        var gap = text.IndexOfAnyExcept(s_joints);
        if (gap is < 0 or > LongestJoint)
            return 0;
        var length = quotes ? Value(text[gap..]) : Placeholder(text[gap..]);
        return length == 0 ? 0 : gap + length;
    }

    private static int Value(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
            return 0;
        if (text[0] == '<')
            return Placeholder(text);
        // The brackets of [::1]:80 are the address's.
        if (text[0] == '[')
            return text[1..].StartsWith(Placeholders.Ip, StringComparison.Ordinal) && text[(Placeholders.Ip.Length + 1)..].StartsWith("]", StringComparison.Ordinal) ? Placeholders.Ip.Length + 2 : 0;
        return Quoted(text);
    }

    /// <summary>A value in quotes is one whether its kind is known or not.</summary>
    private static int Quoted(ReadOnlySpan<char> text)
    {
        var length = Placeholder(text[1..]);
        if (length == 0)
            return 0;
        length++;
        for (var next = length; next > 0; length += next)
            next = Next(text[length..], quotes: false);
        return length < text.Length && text[length] == Quotes.Closing(text[0]) ? length + 1 : 0;
    }

    /// <summary>The length of a <c>&lt;kind&gt;</c> at the start of the text, else 0.</summary>
    private static int Placeholder(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<')
            return 0;
        foreach (var kind in Placeholders.All)
        {
            if (text.StartsWith(kind, StringComparison.Ordinal))
                return kind.Length;
        }
        return 0;
    }
}
