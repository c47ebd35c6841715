namespace ErrorTelemetry.Classifying;

/// <summary>A phrase of a rule, compiled: its parts must stand in the text in this order, ignoring case.</summary>
internal sealed class Phrase(string pattern)
{
    private readonly string[] _parts = pattern.Split('*', StringSplitOptions.RemoveEmptyEntries);

    public bool IsIn(string text)
    {
        var from = 0;
        foreach (var part in _parts)
        {
            var at = text.IndexOf(part, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            from = at + part.Length;
        }

        return _parts.Length > 0;
    }
}
