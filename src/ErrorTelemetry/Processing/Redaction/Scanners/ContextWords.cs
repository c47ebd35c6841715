using System.Buffers;
using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Words shortly before a number that say what it is.</summary>
internal static class ContextWords
{
    private const int WindowChars = 48;
    private const int MaxVersionGapChars = 40;
    private const int MaxVersionWords = 7;
    private const int MaxSignsToWord = 6;

    public static readonly SearchValues<string> Card = SearchValues.Create(["card", "credit", "debit", "visa", "mastercard", "amex", "maestro", "discover", "diners", "jcb", "payment", "cc "], StringComparison.OrdinalIgnoreCase);
    public static readonly SearchValues<string> Ssn = SearchValues.Create(["ssn", "social", "ssid", "tax id", "taxpayer"], StringComparison.OrdinalIgnoreCase);
    public static readonly SearchValues<string> Phone = SearchValues.Create(["phone", "tel", "mobile", "cell", "call", "fax", "sms", "whatsapp", "contact", "msisdn"], StringComparison.OrdinalIgnoreCase);

    public static bool Before(ReadOnlySpan<char> text, int at, SearchValues<string> words) =>
        text[Math.Max(0, at - WindowChars)..at].ContainsAny(words);

    /// <summary>Whether the word right before this place, over signs and quotes, names a running number: <c>orderId: </c>, <c>"timestamp":</c>, <c>block </c>.</summary>
    public static bool IsIdBefore(ReadOnlySpan<char> text, int at) => IsWordBefore(text, at, NameContextTable.IdWords);

    /// <summary>Whether the word right before this place tells of an address of a host: <c>from </c>, <c>clientIp=</c>.</summary>
    public static bool IsHostBefore(ReadOnlySpan<char> text, int at) => IsWordBefore(text, at, NameContextTable.HostWords);

    private static bool IsWordBefore(ReadOnlySpan<char> text, int at, System.Collections.Frozen.FrozenSet<string> words)
    {
        var i = at;
        while (i > 0 && at - i < MaxSignsToWord && !char.IsAsciiLetterOrDigit(text[i - 1]) && text[i - 1] is not '\n') i--;
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(LastPart(text[..i]));
    }

    /// <summary>The last part of the identifier that the text ends with: <c>Version</c> of <c>workloadVersion</c>.</summary>
    private static ReadOnlySpan<char> LastPart(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
            if (char.IsAsciiLetterUpper(text[start]) && start > 0 && char.IsAsciiLetterLower(text[start - 1])) break;
        }

        return text[start..];
    }

    /// <summary>Whether the word before this place, over signs and one more word, is a version's.</summary>
    public static bool IsVersionBefore(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        for (var word = 0; word < MaxVersionWords; word++)
        {
            while (i > 0 && at - i < MaxVersionGapChars && !char.IsAsciiLetterOrDigit(text[i - 1]) && text[i - 1] is not ('\n' or '/')) i--;
            var end = i;
            while (i > 0 && at - i < MaxVersionGapChars && char.IsAsciiLetterOrDigit(text[i - 1])) i--;
            if (i == end) return false;
            if (NameContextTable.VersionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[i..end]) || NameContextTable.VersionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(LastPart(text[i..end]))) return true;
            if (word == 0 && text[i..end].StartsWith("RFC") && end - i > 3) return true; // RFC7540 8.1.2.4: a section
            if (word == 0 && i > 1 && text[i - 1] == '.' && char.IsAsciiLetter(text[i - 2]) && !text[i..end].EndsWith("Exception") && !text[i..end].EndsWith("Error") && !NameContextTable.HostEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[i..end])) return true; // Foo.Bar 1.2.3.4: a package
            if (!char.IsAsciiDigit(text[i]) && text[i..end] is not ("to" or "from" or "is" or "was" or "than" or "be" or "of" or "as" or "or" or "and" or "x")) return false;
        }

        return false;
    }
}
