namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What is wrong with <see cref="RedactionOptions"/>: every fault, each as one sentence.</summary>
internal static class RedactionOptionsFaults
{
    public static IEnumerable<string> Of(RedactionOptions options)
    {
        foreach (var id in options.DisabledDetectors)
        {
            if (id is null || !DetectorTable.ById.ContainsKey(id)) yield return $"{RedactionOptions.SectionName}:DisabledDetectors: there is no detector '{id}'; docs/redaction.md lists them.";
        }

        foreach (var name in options.SensitiveNames)
        {
            if (!IsName(name))
                yield return $"{RedactionOptions.SectionName}:SensitiveNames: '{name}' must be 2 to {RedactionOptions.MaxNameChars} ASCII letters, digits and single blanks, and start with a letter.";
        }

        foreach (var pattern in options.CustomPatterns)
        {
            var fault = TokenShape.FaultOf(pattern);
            if (fault is not null) yield return $"{RedactionOptions.SectionName}:CustomPatterns: '{pattern}' {fault}.";
        }

        if (options.SensitiveNames.Count > RedactionOptions.MaxAdded) yield return $"{RedactionOptions.SectionName}:SensitiveNames: at most {RedactionOptions.MaxAdded} names.";
        if (options.CustomPatterns.Count > RedactionOptions.MaxAdded) yield return $"{RedactionOptions.SectionName}:CustomPatterns: at most {RedactionOptions.MaxAdded} patterns.";
    }

    private static bool IsName(string? name) =>
        name is { Length: >= 2 and <= RedactionOptions.MaxNameChars }
        && char.IsAsciiLetter(name[0]) && char.IsAsciiLetterOrDigit(name[1]) && name[^1] != ' '
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ')
        && !name.Contains("  ", StringComparison.Ordinal);
}
