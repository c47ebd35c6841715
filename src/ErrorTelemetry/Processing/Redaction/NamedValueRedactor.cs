using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Values whose names are known: tags, query keys.</summary>
internal static class NamedValueRedactor
{
    public static string Redact(string name, string value, TextRedactor redactor, RedactionRules rules, RedactionCounts counts)
    {
        if (value.Length == 0) return value;
        if (DetectorOf(name, rules) is not { } detector) return redactor.Redact(value, counts);

        // As if it stood there as name="value": the same words decide, and a number, a placeholder or an innocent name is judged alike.
        var probe = $"{name}=\"{value.Replace('"', '\'').Replace('\\', '/')}\"";
        var scan = new RedactionScan(probe, rules, new RedactionCounts());
        if (scan.Run() is { } cleaned && cleaned.StartsWith(name, StringComparison.Ordinal) && cleaned.AsSpan(name.Length).StartsWith($"=\"{Redacted.Prefix}"))
        {
            var kind = cleaned.AsSpan(name.Length + 2);
            var length = Redacted.LengthAt(kind, 0);
            if (length == kind.Length - 1)
            {
                var id = kind[Redacted.Prefix.Length..(length - 1)].ToString();
                counts.Add(id);
                return (DetectorTable.ById.GetValueOrDefault(id) ?? detector).Replacement;
            }
        }

        return redactor.Redact(value, counts);
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
