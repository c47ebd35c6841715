namespace ErrorTelemetry.Processing.Noise;

/// <summary>Recognises reports that say nothing about the app. Immutable and thread-safe; looks at the raw report, before redaction.</summary>
internal sealed class NoiseFilter(NoiseOptions options)
{
    // Late, like the redactor's: the start of a host does not wait for it.
    private NoiseRule[] Rules => field ??=
    [
        .. NoisePacks.All
            .Where(pack => (pack.OnByDefault || options.EnabledPacks.Contains(pack.Id)) && !options.DisabledPacks.Contains(pack.Id))
            .SelectMany(pack => pack.Rules),
    ];

    /// <summary>The id of the rule that the report matches, such as <c>extensions/frame</c>, or <see langword="null"/>.</summary>
    public string? Match(ErrorReport report)
    {
        var facts = new NoiseFacts(report);
        foreach (var rule in Rules)
        {
            if (rule.Matches(facts)) return rule.Id;
        }

        return null;
    }
}
