using System.Text.RegularExpressions;
using ErrorTelemetry.Processing.Fingerprinting.Normalization;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>The page says what the code does.</summary>
public partial class FingerprintDocsTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Root(), "docs", "fingerprints.md"));

    [Fact]
    public void Docs_Placeholders_AreExactlyTheOnesInUse()
    {
        var documented = Row().Matches(s_page).Select(m => m.Groups[1].Value);

        Assert.Equal(Placeholders.All.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Docs_ExamplesOfPlaceholders_AreParameterizedSo()
    {
        foreach (Match row in Row().Matches(s_page))
        {
            foreach (Match example in Example().Matches(row.Groups[2].Value))
                Assert.Contains(row.Groups[1].Value, MessageParameterizer.Parameterize($"x={example.Groups[1].Value}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Docs_Version_IsTheStrategys() =>
        Assert.Contains($"Version `{new FingerprintStrategyV1().Version}`", s_page, StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(<[a-z]+>)` \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Example();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ErrorTelemetry.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
        return folder;
    }
}
