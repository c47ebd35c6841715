using System.Collections.Frozen;
using System.Globalization;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Numbers that say what went wrong, not with which value: statuses, exit codes, signals, and the codes of known error catalogues.</summary>
internal static class KeptNumbers
{
    private const int Longest = 8;
    private const int LongestCode = 5;
    private const int Window = 48;

    /// <summary>What stands right before such a number.</summary>
    private static readonly string[] s_before =
        ["status code ", "status code: ", "status: ", "status ", "status of ", "statusCode: ", "HTTP ", "HTTP/1.1 ", "HTTP/2 ", "HTTP/", "Minified React error #", "SQLSTATE ", "SQLSTATE[", "error code: ", "ORA-", "AADSTS", "errno ", "errno: ", "http status ", "UTF-", "SHA-", "ISO-8859-", "windows-"];

    /// <summary>Words behind which a number of a few digits is a code, whatever signs stand between.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_codeWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "code", "curl", "errcode", "errno", "errorcode", "exit", "exitcode", "exitstatus", "hresult", "httpstatus", "returncode", "signal", "sqlcode", "status", "statuscode", "substatus").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What makes a code of something else: <c>zip code 90210</c>.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_otherCodes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "access", "activation", "area", "authorization", "backup", "bar", "confirmation", "country", "coupon", "currency", "customer", "dial", "discount", "gift", "invitation", "invite", "item", "language", "login", "one-time", "order",
        "pairing", "passcode", "phone", "pin", "plant", "post", "postal", "product", "promo", "qr", "recovery", "redemption", "referral", "region", "security", "ship", "sms", "source", "store", "supplier", "tax", "vendor", "verification",
        "voucher", "your", "zip").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Verbs of an answer or an end: <c>responded with 404</c>, <c>exited with 3</c>, <c>exited (137)</c>.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_ends = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "answered", "closed", "denied", "ended", "exited", "failed", "failure", "rejected", "replied", "responded", "response", "returned", "stopped", "terminated").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a status may stand right behind that is no word for it: <c>was not ok: 404</c>, <c>Fetch error: 503</c>, <c>HTTP-500</c>.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_answers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "error", "failure", "http", "ok", "response").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text ends in a word for a code: <c>StatusCode</c>.</summary>
    public static bool EndsInCodeWord(ReadOnlySpan<char> text) => s_codeWords.Contains(LastWord(text));

    public static bool IsKept(ReadOnlySpan<char> text, int position, int length)
    {
        if (length > Longest)
            return IsSignedCode(text, position, length);
        var before = text[Math.Max(0, position - Window)..position];
        foreach (var words in s_before)
        {
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return length <= LongestCode && (IsCode(text, position, length, before) || StatusPhrases.IsStatus(text, position, length));
    }

    private static bool IsCode(ReadOnlySpan<char> text, int position, int length, ReadOnlySpan<char> before)
    {
        var rest = before.TrimEnd(" -:=(#[\"'");
        var between = before[rest.Length..];
        var word = LastWord(rest);
        // Nothing else is said: "Error: 404".
        if (rest.IsEmpty && position + length == text.Length)
            return IsStatus(text.Slice(position, length));
        if (word.IsEmpty || between.IsEmpty)
            return false;
        var previous = LastWord(rest[..^word.Length].TrimEnd(' '));
        if (s_codeWords.Contains(word))
            return !(word.Equals("code", StringComparison.OrdinalIgnoreCase) && s_otherCodes.Contains(previous));
        // "Error: 5 items failed" counts items; "failed with error 1205", "Last error: 87" and "Error Number:4060" name an error.
        if (s_answers.Contains(word) && IsStatus(text.Slice(position, length)) && EndsThere(text[(position + length)..]))
            return true;
        if (word.Equals("error", StringComparison.OrdinalIgnoreCase))
            return between.IndexOf(':') < 0 || previous.Equals("last", StringComparison.OrdinalIgnoreCase);
        if (word.Equals("number", StringComparison.OrdinalIgnoreCase))
            return previous.Equals("error", StringComparison.OrdinalIgnoreCase) || previous.Equals("alert", StringComparison.OrdinalIgnoreCase);
        var with = word.Equals("with", StringComparison.OrdinalIgnoreCase);
        if (!s_ends.Contains(with ? previous : word) || !EndsThere(text[(position + length)..]))
            return false;
        // "curl failed: 28".
        if (with || between.Contains('(') || s_codeWords.Contains(previous))
            return true;
        // "Order failed 450" names the order, "Request failed: 404" the answer.
        var names = word.Equals("failed", StringComparison.OrdinalIgnoreCase) && between.IsWhiteSpace();
        return !names && word.EndsWith("ed", StringComparison.Ordinal) && IsStatus(text.Slice(position, length));
    }

    /// <summary>Nothing is counted: <c>returned 404 rows</c> goes on with what it counts.</summary>
    public static bool EndsThere(ReadOnlySpan<char> after) => after.IsEmpty || after[0] is not (' ' or '/') || (after.Length > 1 && !char.IsAsciiLetterLower(after[1]));

    private static bool IsStatus(ReadOnlySpan<char> number) => number.Length == 3 && number[0] is '4' or '5';

    /// <summary>A HRESULT as .NET's <c>HResult</c> prints it: <c>-2147024891</c>.</summary>
    private static bool IsSignedCode(ReadOnlySpan<char> text, int position, int length)
    {
        if (position > 0 && text[position] != '-' && text[position - 1] == '-')
        {
            position--;
            length++;
        }
        return length == 11 && int.TryParse(text.Slice(position, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) && code < 0 && ResultCodes.IsKnown((uint)code);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '-'))
            start--;
        return text[start..];
    }
}
