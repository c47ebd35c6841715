namespace ErrorTelemetry.Processing.Redaction;

public class RedactionDocsTests
{
    [Fact]
    public void DetectorTable_EveryRow_StandsInTheDocs()
    {
        var docs = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "redaction.md"));
        var rows = docs.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        Assert.Equal(DetectorTable.All.Select(detector => $"| `{detector.Id}` | {detector.Title} |"), rows);
    }
}
