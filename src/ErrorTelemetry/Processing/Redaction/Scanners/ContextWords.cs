using System.Buffers;
using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Words shortly before a number that say what it is.</summary>
internal static class ContextWords
{
    private const int WindowChars = 48;
    private const int MaxVersionGapChars = 40;
    private const int MaxVersionWords = 7;

    public static readonly SearchValues<string> Card = SearchValues.Create(["card", "credit", "debit", "visa", "mastercard", "amex", "maestro", "discover", "diners", "jcb", "payment", "cc "], StringComparison.OrdinalIgnoreCase);
    public static readonly SearchValues<string> Ssn = SearchValues.Create(["ssn", "social", "ssid", "tax id", "taxpayer"], StringComparison.OrdinalIgnoreCase);
    public static readonly SearchValues<string> Phone = SearchValues.Create(["phone", "tel", "mobile", "cell", "call", "fax", "sms", "whatsapp", "contact", "msisdn"], StringComparison.OrdinalIgnoreCase);

    public static bool Before(ReadOnlySpan<char> text, int at, SearchValues<string> words) =>
        text[Math.Max(0, at - WindowChars)..at].ContainsAny(words);

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
            if (NameContextTable.VersionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[i..end])) return true;
            if (word == 0 && i > 1 && text[i - 1] == '.' && char.IsAsciiLetter(text[i - 2])) return true; // Foo.Bar 1.2.3.4: a package
            if (!char.IsAsciiDigit(text[i]) && text[i..end] is not ("to" or "from" or "is" or "was" or "than" or "be" or "of" or "as" or "or" or "and" or "x")) return false;
        }

        return false;
    }
}
