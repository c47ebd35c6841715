using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Values whose names are known: tags, query keys.</summary>
internal static class NamedValueRedactor
{
    public static string Redact(string name, string value, TextRedactor redactor, RedactionRules rules, RedactionCounts counts)
    {
        if (value.Length == 0) return value;
        if (KindOf(name, value, rules) is not { } detector) return redactor.Redact(value, counts);
        counts.Add(detector.Id);
        return detector.Replacement;
    }

    /// <summary>What the value is if all of it goes, as if it stood there as <c>name="value"</c>: the same words decide, and a number, a placeholder or an innocent name is judged alike.</summary>
    public static Detector? KindOf(string name, string value, RedactionRules rules)
    {
        if (DetectorOf(name, rules) is not { } detector) return null;
        var probe = $"{name}=\"{value.Replace('"', '\'').Replace('\\', '/')}\"";
        var scan = new RedactionScan(probe, rules, new RedactionCounts());
        if (scan.Run() is not { } cleaned || !cleaned.StartsWith(name, StringComparison.Ordinal) || !cleaned.AsSpan(name.Length).StartsWith($"=\"{Redacted.Prefix}")) return null;
        var kind = cleaned.AsSpan(name.Length + 2);
        var length = Redacted.LengthAt(kind, 0);
        return length == kind.Length - 1 ? DetectorTable.ById.GetValueOrDefault(kind[Redacted.Prefix.Length..(length - 1)].ToString()) ?? detector : null;
    }

    /// <summary>The detector of a name whose values go, or <see langword="null"/>.</summary>
    public static Detector? DetectorOf(ReadOnlySpan<char> name, RedactionRules rules)
    {
        // The index looks four characters ahead: as if the value followed.
        const int MaxNameChars = 256;
        if (name.Length > MaxNameChars) name = name[..MaxNameChars];
        Span<char> text = stackalloc char[name.Length + 2];
        name.CopyTo(text);
        "=\"".CopyTo(text[name.Length..]);
        for (var i = 0; i + 1 < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetter(name[i - 1]) && !(char.IsAsciiLetterUpper(name[i]) && !char.IsAsciiLetterUpper(name[i - 1])) && !(char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i + 1]))) continue;
            foreach (var anchor in rules.Anchors.NamesAt(text, i) ?? [])
            {
                if (anchor.MatchName(text, i) >= 0) return anchor.Detector;
            }
        }

        var last = name.LastIndexOfAnyExcept(Letters);
        return name.Length - last > WordEndings.MinChars && WordEndings.StartOf(name, last + 1, name.Length, out var ending) >= 0 ? ending.Detector : null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
