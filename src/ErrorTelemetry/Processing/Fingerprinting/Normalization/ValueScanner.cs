using System.Text.RegularExpressions;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Finds the value that starts at a place of a message, if one does. Looks at a bounded window, except where a value is as long as it is.</summary>
internal static class ValueScanner
{
    private const int Window = 320;

    /// <summary>The length of the value at <paramref name="position"/>, which starts a word; 0 for none.</summary>
    public static int Match(ReadOnlySpan<char> text, int position, out string placeholder)
    {
        var rest = text[position..];
        var c = rest[0];
        placeholder = Placeholders.Value;
        if (c is '[' or '{' || Quotes.IsOpening(c))
            return TextValues.Match(text, position, out placeholder);
        if (TextValues.Path(text, position) is > 0 and var path)
        {
            placeholder = Placeholders.Path;
            return path;
        }
        if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or ':' or '.'))
            return 0;
        if (char.IsAsciiLetterOrDigit(c) && DataFiles.Match(text, position) is > 0 and var file)
        {
            placeholder = Placeholders.Path;
            return file;
        }
        var window = rest.Length > Window ? rest[..Window] : rest;
        return char.IsAsciiLetter(c) ? Word(text, position, window, ref placeholder) : Number(text, position, window, ref placeholder);
    }

    /// <summary>The length of the word at a place that holds no value: letters and digits, up to a number at its end, or one other character.</summary>
    public static int WordLength(ReadOnlySpan<char> text, int position)
    {
        // In $12.50 the sign is no part of the number's word.
        if (text[position] == '$' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))
            return 1;
        var end = position;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '$'))
            end++;
        return end == position ? 1 : NumberedWords.StemLength(text[position..end]);
    }

    private static int Uuid(ReadOnlySpan<char> window, ref string placeholder)
    {
        var length = TextValues.Uuid(window);
        if (length > 0)
            placeholder = Placeholders.Uuid;
        return length;
    }

    private static int Word(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> window, ref string placeholder)
    {
        if (TextValues.Url(text, position) is > 0 and var url)
        {
            placeholder = Placeholders.Url;
            return url;
        }
        if (window[0] == 'W' && TextValues.WeakTag(window) is > 0 and var tag)
        {
            placeholder = Placeholders.Quoted;
            return tag;
        }
        if (IsAssigned(text, position) && TextValues.Bool(window) is > 0 and var truth)
        {
            placeholder = Placeholders.Bool;
            return truth;
        }
        int length;
        if ((length = Uuid(window, ref placeholder)) > 0
            || (length = Try(ValuePatterns.WordDate(), window, Placeholders.Date, ref placeholder)) > 0
            || (window.Contains('@') && (length = Try(ValuePatterns.Email(), window, Placeholders.Email, ref placeholder)) > 0)
            || (length = Try(ValuePatterns.Mac(), window, Placeholders.Mac, ref placeholder)) > 0
            || (window.Contains(':') && (length = Try(ValuePatterns.Ip6(), window, Placeholders.Ip, ref placeholder)) > 0)
            || (length = Try(ValuePatterns.Host(), window, Placeholders.Host, ref placeholder)) > 0
            || (length = Try(ValuePatterns.Version(), window, Placeholders.Version, ref placeholder)) > 0
            || (window[0] == 'P' && (length = Try(ValuePatterns.IsoDuration(), window, Placeholders.Duration, ref placeholder)) > 0))
            return length;
        return Id(text, position, window, out placeholder);
    }

    /// <summary>A word that no person wrote.</summary>
    private static int Id(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> window, out string placeholder)
    {
        placeholder = Placeholders.Id;
        if (IdValues.Base64(window) is > 0 and var base64)
            return base64;
        var length = IdValues.Nano(window);
        if (length > 0)
            return length;
        length = IdValues.Match(window, out placeholder);
        if (length > 0)
            return length + IdValues.PodSuffix(window[length..]);
        length = EntityIds.Match(text, position);
        if (length > 0)
        {
            placeholder = Placeholders.Id;
            return length;
        }
        if (!After(text, position, '#') || IdValues.Color(window) is not (> 0 and var color))
            return 0;
        placeholder = Placeholders.Hex;
        return color;
    }

    private static int Number(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> window, ref string placeholder)
    {
        if (window[0] is '-' or '+' && position > 0 && char.IsLetterOrDigit(text[position - 1]))
            return 0;
        if (ResultCodes.StartsWith(window))
            return 0;
        int length;
        if ((length = Uuid(window, ref placeholder)) > 0
            || (length = Try(ValuePatterns.IsoDate(), window, Placeholders.Date, ref placeholder)) > 0
            || (window.Length > 4 && window[4] is '年' or '년' && (length = Try(ValuePatterns.EastAsianDate(), window, Placeholders.Date, ref placeholder)) > 0)
            || (length = Try(ValuePatterns.LocalDate(), window, Placeholders.Date, ref placeholder)) > 0
            || (length = Try(ValuePatterns.WordDate(), window, Placeholders.Date, ref placeholder)) > 0
            || (length = Try(ValuePatterns.Mac(), window, Placeholders.Mac, ref placeholder)) > 0
            || (!text[..position].EndsWith("ersion=", StringComparison.Ordinal) && (length = Try(ValuePatterns.Ip4(), window, Placeholders.Ip, ref placeholder)) > 0)
            || (window.Contains(':') && (length = Try(ValuePatterns.Ip6(), window, Placeholders.Ip, ref placeholder)) > 0)
            || (length = Try(ValuePatterns.Duration(), window, Placeholders.Duration, ref placeholder)) > 0
            || (length = Try(ValuePatterns.Time(), window, Placeholders.Date, ref placeholder)) > 0
            || (length = Try(ValuePatterns.Size(), window, Placeholders.Size, ref placeholder)) > 0
            || (length = Try(ValuePatterns.PrefixedHex(), window, Placeholders.Hex, ref placeholder)) > 0
            || (window.Contains('@') && (length = Try(ValuePatterns.Email(), window, Placeholders.Email, ref placeholder)) > 0)
            || (length = Try(ValuePatterns.Version(), window, Placeholders.Version, ref placeholder)) > 0
            || (MayBeHost(window) && (length = Try(ValuePatterns.Host(), window, Placeholders.Host, ref placeholder)) > 0)
            || (length = Try(ValuePatterns.GroupedNumber(), window, Placeholders.Int, ref placeholder)) > 0)
            return length;
        length = Try(ValuePatterns.Number(), window, Placeholders.Int, ref placeholder);
        if (length > 0)
        {
            if (KeptNumbers.IsKept(text, position, length))
                return 0;
            if (window[..length].ContainsAny('.', ',', 'e'))
                placeholder = Placeholders.Float;
            return length;
        }
        return Id(text, position, window, out placeholder);
    }

    /// <summary><c>7-dsl.example.net</c>, <c>3d.example.com</c>.</summary>
    private static bool MayBeHost(ReadOnlySpan<char> window) =>
        window.IndexOfAnyExceptInRange('0', '9') is > 0 and var end && (window[end] is '-' or '.' || char.IsAsciiLetterLower(window[end]));

    /// <summary>Behind <c>=</c> or <c>: </c>.</summary>
    private static bool IsAssigned(ReadOnlySpan<char> text, int position) =>
        After(text, position, '=') || (position > 1 && text[position - 1] == ' ' && text[position - 2] == ':');

    private static bool After(ReadOnlySpan<char> text, int position, char c) => position > 0 && text[position - 1] == c;

    private static int Try(Regex pattern, ReadOnlySpan<char> window, string kind, ref string placeholder)
    {
        foreach (var match in pattern.EnumerateMatches(window))
        {
            placeholder = kind;
            return match.Length;
        }
        return 0;
    }
}
