namespace ErrorTelemetry.Classifying;

/// <summary>Real messages with the rule that has to match, from <c>corpus.txt</c>.</summary>
internal static class ClassificationCorpus
{
    public static IReadOnlyList<(string Rule, string Line, ErrorEvent Event)> All { get; } =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "ErrorTelemetry.Triage.Tests", "Classifying", "corpus.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(Read),
    ];

    public static TheoryData<string> Lines => [.. All.Select(entry => entry.Line)];

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
