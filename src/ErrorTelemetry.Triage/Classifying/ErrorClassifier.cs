namespace ErrorTelemetry.Classifying;

/// <summary>Says what kind of error an event is. Pure and thread-safe: a table of rules, the first match wins.</summary>
public sealed class ErrorClassifier
{
    /// <summary>The id under which an error is classified that no rule matches.</summary>
    public const string UnknownRuleId = "unknown";

    private const string Culprit = "{culprit}";

    private static readonly string[] UnknownSteps =
    [
        "Start at {culprit}: read the sample stack and the breadcrumbs.",
        "Follow a correlation id into the server's logs to see what the same user did just before.",
        "If this kind of error comes often, add a classification rule for it.",
    ];

    private readonly CompiledRule[] _rules;

    /// <summary>Takes the host's rules, which are asked first, in order, and then the built-in ones.</summary>
    /// <param name="hostRules">The host's own rules; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">An id is blank or used twice, a category is blank, or a severity is none of <see cref="ErrorSeverities"/>.</exception>
    public ErrorClassifier(IEnumerable<ClassificationRule>? hostRules = null)
    {
        _rules = [.. (hostRules ?? []).Concat(ClassificationRules.All).Select(rule => new CompiledRule(rule))];
        var ids = new HashSet<string>(StringComparer.Ordinal) { UnknownRuleId };
        foreach (var rule in _rules.Select(compiled => compiled.Rule))
        {
            if (string.IsNullOrWhiteSpace(rule.Id) || !ids.Add(rule.Id))
                throw new ArgumentException($"The classification rule id '{rule.Id}' is blank or used twice.", nameof(hostRules));
            if (string.IsNullOrWhiteSpace(rule.Category) || ErrorSeverities.Rank(rule.Severity) < 0)
                throw new ArgumentException($"The classification rule '{rule.Id}' needs a category, and one of these severities: {string.Join(", ", ErrorSeverities.All)}.", nameof(hostRules));
        }
    }

    /// <summary>All rules in the order in which they are asked, the host's first.</summary>
    public IReadOnlyList<ClassificationRule> Rules => [.. _rules.Select(compiled => compiled.Rule)];

    /// <summary>Classifies one event.</summary>
    public Classification Classify(ErrorEvent errorEvent)
    {
        ArgumentNullException.ThrowIfNull(errorEvent);
        var subjects = ErrorSubject.Of(errorEvent);
        foreach (var compiled in _rules)
        {
            if (compiled.Matches(errorEvent, subjects))
                return new Classification(compiled.Rule.Category, compiled.Rule.Severity, compiled.Rule.Id, Steps(compiled.Rule.Remediation, errorEvent));
        }

        return new Classification(ErrorCategories.Unknown, ErrorSeverities.Medium, UnknownRuleId, Steps(UnknownSteps, errorEvent));
    }

    // A step may begin with the culprit, of which no frame is known.
    private static string Sentence(string step) => string.Concat(step[..1].ToUpperInvariant(), step.AsSpan(1));

    private static string[] Steps(IReadOnlyList<string> templates, ErrorEvent errorEvent)
    {
        if (CulpritText.Of(errorEvent) is { } culprit)
            return [.. templates.Select(template => template.Replace(Culprit, culprit, StringComparison.Ordinal))];
        return [.. templates.Select(template => Sentence(template.Replace(Culprit, "the code that threw", StringComparison.Ordinal)))];
    }
}
