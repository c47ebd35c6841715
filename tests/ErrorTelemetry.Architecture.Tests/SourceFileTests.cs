using System.Text.RegularExpressions;

namespace ErrorTelemetry;

public sealed partial class SourceFileTests
{
    private const int MostLines = 300;

    [Fact]
    public void NoSourceFile_IsLongerThanAReaderCanHold()
    {
        var tooLong = Repository.Files("src", "*.cs").Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count())).Where(file => file.Lines > MostLines);

        Assert.Empty(tooLong.Where(file => !IsTable(file.File)).Select(file => $"{file.File}: {file.Lines} lines"));
    }

    [Fact]
    public void NoSourceFile_HoldsUnfinishedWork() =>
        Assert.All(Repository.Files("src", "*.cs"), file => Assert.DoesNotMatch(Unfinished(), File.ReadAllText(Repository.PathOf(file))));

    [Fact]
    public void EverySourceFile_IsNamedAfterItsType()
    {
        var wrong =
            from file in Repository.Files("src", "*.cs")
            let name = Path.GetFileName(file).Split('.')[0]
            where name is not ("Program" or "AssemblyInfo")
            where !Regex.IsMatch(File.ReadAllText(Repository.PathOf(file)), $@"\b(class|record|struct|interface|enum|record struct|record class) {name}\b")
            select file;

        Assert.Empty(wrong);
    }

    /// <summary>Data that a reader scans stands in a folder of its own kind.</summary>
    private static bool IsTable(string file) => file.Contains("/Tables/", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|throw new NotImplementedException")]
    private static partial Regex Unfinished();
}
