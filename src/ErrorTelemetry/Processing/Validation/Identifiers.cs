using System.Buffers;
using System.Security.Cryptography;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>The patterns of the ids that clients may choose, and how we make our own.</summary>
internal static class Identifiers
{
    private static readonly SearchValues<char> EventIdChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private static readonly SearchValues<char> CorrelationIdChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private const string ReferenceAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary><c>^[A-Za-z0-9][A-Za-z0-9_-]{7,63}\z</c></summary>
    public static bool IsEventId(ReadOnlySpan<char> text) =>
        text.Length is >= 8 and <= 64 && char.IsAsciiLetterOrDigit(text[0]) && !text.ContainsAnyExcept(EventIdChars);

    /// <summary><c>^[A-Za-z0-9._-]{8,128}\z</c>; a page id has the same pattern.</summary>
    public static bool IsCorrelationId(ReadOnlySpan<char> text) =>
        text.Length is >= 8 and <= 128 && !text.ContainsAnyExcept(CorrelationIdChars);

    /// <summary>A random UUID: ids that grow with time make hot spots in Firestore.</summary>
    public static string NewEventId() => Guid.NewGuid().ToString("D");

    /// <summary>Sixteen random hex digits: short enough to read out, long enough for a page load.</summary>
    public static string NewPageId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The page id with four characters more; the alphabet leaves out what people confuse.</summary>
    public static string NewReferenceCode(string pageId) =>
        string.Concat(pageId, ".", RandomNumberGenerator.GetString(ReferenceAlphabet, 4));
}
