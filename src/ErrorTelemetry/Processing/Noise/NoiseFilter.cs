using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Noise;

/// <summary>Recognises reports that say nothing about the app. Immutable and thread-safe; looks at the raw report, before redaction.</summary>
internal sealed class NoiseFilter(NoiseOptions options)
{
    // Late, like the redactor's: the start of a host does not wait for it.
    private Table Rules => field ??= new Table(options);

    /// <summary>The id of the rule that the report matches, such as <c>extensions/frame</c>, or <see langword="null"/>.</summary>
    public string? Match(ErrorReport report) => Rules.Match(new NoiseFacts(report));

    private sealed class Table
    {
        private readonly NoiseRule[] _rules;
        private readonly PhraseSet _texts;
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _types;

        public Table(NoiseOptions options)
        {
            _rules =
            [
                .. NoisePacks.All
                    .Where(pack => (pack.OnByDefault || options.EnabledPacks.Contains(pack.Id)) && !options.DisabledPacks.Contains(pack.Id))
                    .SelectMany(pack => pack.Rules),
            ];
            _texts = new PhraseSet(_rules.SelectMany(rule => rule.Phrases.Concat(rule.Texts)));
            _types = _rules.SelectMany(rule => rule.Types).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public string? Match(NoiseFacts facts)
        {
            // Almost every report is none of these: one pass over its message rules most of the table out.
            var byText = _types.Contains(facts.TypeName) || _texts.IsIn(facts.Message);
            foreach (var rule in _rules)
            {
                if ((byText || !rule.ByText) && rule.Matches(facts))
                    return rule.Id;
            }

            return null;
        }
    }
}
