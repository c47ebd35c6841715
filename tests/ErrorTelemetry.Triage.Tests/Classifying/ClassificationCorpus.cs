namespace ErrorTelemetry.Classifying;

/// <summary>Real messages with the rule that has to match, from <c>corpus.txt</c>.</summary>
internal static class ClassificationCorpus
{
    public static IReadOnlyList<(string Rule, string Line, ErrorEvent Event)> All { get; } =
    [
        .. Entries("corpus.txt"),
    ];

    /// <summary>Ordinary sentences that hold words of a rule, with the category that they must not get, from <c>ordinary.txt</c>.</summary>
    public static TheoryData<string> OrdinaryLines => [.. Entries("ordinary.txt").Select(entry => entry.Item2)];

    public static (string Category, string Line, ErrorEvent Event) Parse(string line) => Read(line);

    public static TheoryData<string> Lines => [.. All.Select(entry => entry.Line)];

    private static IEnumerable<(string, string, ErrorEvent)> Entries(string file) =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "ErrorTelemetry.Triage.Tests", "Classifying", file)).Where(line => line.Length > 0 && line[0] != '#').Select(Read);

    private static (string, string, ErrorEvent) Read(string line)
    {
        var parts = line.Split(" ¦ ");
        var bare = Some.Event() with { Type = parts[1], Message = parts[2], Title = parts[2], Stack = null, Culprit = null, CulpritFrame = null, Causes = [], Mechanism = ErrorMechanisms.Manual };
        return (parts[0], line, parts.Skip(3).Aggregate(bare, Apply));
    }

    private static ErrorEvent Apply(ErrorEvent errorEvent, string extra)
    {
        var (name, value) = (extra[..extra.IndexOf('=')], extra[(extra.IndexOf('=') + 1)..]);
        return name switch
        {
            "source" => errorEvent with { CulpritFrame = new ErrorFrame("f", null, value, 1, 1, false) },
            "mechanism" => errorEvent with { Mechanism = value },
            "cause" => errorEvent with { Causes = [new ErrorCause(value[..value.IndexOf(':')], value[(value.IndexOf(':') + 2)..], null)] },
            _ => throw new InvalidDataException(extra),
        };
    }
}
