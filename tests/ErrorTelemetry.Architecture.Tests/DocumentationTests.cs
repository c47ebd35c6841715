using System.Text.RegularExpressions;

namespace ErrorTelemetry;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Repository.Files("docs", "*.md"), "README.md", "CONTRIBUTING.md"];

    [Fact]
    public void Architecture_EveryPathItNames_Exists()
    {
        var paths = Code().Matches(File.ReadAllText(Repository.PathOf("docs/architecture.md")))
            .Select(match => match.Groups["path"].Value)
            .Where(text => PathLike().IsMatch(text))
            .ToArray();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Exists(path), path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_ToFilesOfTheRepository_Lead(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var broken = Link().Matches(File.ReadAllText(Repository.PathOf(page)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0])));

        Assert.Empty(broken);
    }

    [Fact]
    public void Readme_IsShort() => Assert.True(File.ReadLines(Repository.PathOf("README.md")).Count() <= 150);

    /// <summary>The compiler refuses an undocumented public member only where the documentation file is on.</summary>
    [Fact]
    public void PublicTypes_AreDocumented_ByTheCompiler()
    {
        Assert.Contains("<GenerateDocumentationFile>true</GenerateDocumentationFile>", File.ReadAllText(Repository.PathOf("Directory.Build.props")), StringComparison.Ordinal);
        Assert.All(
            [.. Repository.Files("src", "*.csproj"), "Directory.Build.props", "src/Directory.Build.props"],
            file => Assert.DoesNotContain("CS1591", File.ReadAllText(Repository.PathOf(file)), StringComparison.Ordinal));
    }

    private static bool Exists(string path) => Path.Exists(Repository.PathOf(path));

    [GeneratedRegex("`(?<path>[^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(src|tests|samples|perf|docs|eng)(/[\w.*-]+)*/?$")]
    private static partial Regex PathLike();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
