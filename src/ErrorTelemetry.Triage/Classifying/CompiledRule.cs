namespace ErrorTelemetry.Classifying;

/// <summary>A rule with its phrases split once.</summary>
internal sealed class CompiledRule(ClassificationRule rule)
{
    private readonly Phrase[] _messages = [.. rule.Messages.Select(message => new Phrase(message))];
    private readonly Phrase[] _sources = [.. rule.Sources.Select(source => new Phrase(source))];

    public ClassificationRule Rule => rule;

    public bool Matches(ErrorEvent errorEvent, List<ErrorSubject> subjects)
    {
        if (rule.Types.Count + _messages.Length + _sources.Length + rule.Mechanisms.Count == 0 && rule.When is null && rule.Reads is null)
            return false;
        return (rule.Mechanisms.Count == 0 || rule.Mechanisms.Contains(errorEvent.Mechanism))
            && (_sources.Length == 0 || MatchesSource(errorEvent))
            && ((rule.Types.Count + _messages.Length == 0 && rule.Reads is null) || MatchesAny(subjects))
            && (rule.When is null || rule.When(errorEvent));
    }

    private bool MatchesAny(List<ErrorSubject> subjects)
    {
        foreach (var subject in subjects)
        {
            if ((rule.Types.Count == 0 || MatchesType(subject.Type)) && (_messages.Length == 0 || IsInAny(_messages, subject.Message)) && (rule.Reads is null || rule.Reads(subject.Message)))
                return true;
        }

        return false;
    }

    private bool MatchesType(string type)
    {
        if (type.Length == 0)
            return false;
        var last = type.AsSpan()[(type.AsSpan().LastIndexOfAny('.', '+') + 1)..];
        foreach (var pattern in rule.Types)
        {
            if (IsType(pattern, type, last))
                return true;
        }

        return false;
    }

    private static bool IsType(string pattern, ReadOnlySpan<char> type, ReadOnlySpan<char> last)
    {
        var name = pattern.AsSpan().Trim('*');
        if (name.IsEmpty)
            return false;
        return (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
        {
            (true, true) => last.Contains(name, StringComparison.OrdinalIgnoreCase),
            (true, false) => last.EndsWith(name, StringComparison.OrdinalIgnoreCase),
            (false, true) => last.StartsWith(name, StringComparison.OrdinalIgnoreCase) || type.StartsWith(name, StringComparison.OrdinalIgnoreCase),
            _ => last.Equals(name, StringComparison.OrdinalIgnoreCase) || type.Equals(name, StringComparison.OrdinalIgnoreCase),
        };
    }

    private bool MatchesSource(ErrorEvent errorEvent)
    {
        var source = errorEvent.CulpritFrame is { } frame ? frame.File : errorEvent.Stack;
        return source is not null && IsInAny(_sources, source);
    }

    private static bool IsInAny(Phrase[] phrases, string text)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.IsIn(text))
                return true;
        }

        return false;
    }
}
