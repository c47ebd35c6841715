using System.Runtime.CompilerServices;

namespace ErrorTelemetry.Processing.Redaction;

public class RedactionDocsTests
{
    [Fact]
    public void DetectorTable_EveryRow_StandsInTheDocs()
    {
        var docs = File.ReadAllLines(Path.Combine(Root(), "docs", "redaction.md"));
        var rows = docs.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        Assert.Equal(DetectorTable.All.Select(detector => $"| `{detector.Id}` | {detector.Title} |"), rows);
    }

    private static string Root([CallerFilePath] string path = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        while (!Directory.Exists(Path.Combine(folder.FullName, "docs"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
