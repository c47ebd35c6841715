using System.Xml.Linq;

namespace ErrorTelemetry;

public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["ErrorTelemetry.Abstractions"] = [],
        ["ErrorTelemetry"] = ["ErrorTelemetry.Abstractions"],
        ["ErrorTelemetry.AspNetCore"] = ["ErrorTelemetry"],
        ["ErrorTelemetry.Blazor"] = ["ErrorTelemetry.Abstractions"],
        ["ErrorTelemetry.Sqlite"] = ["ErrorTelemetry.Abstractions"],
        ["ErrorTelemetry.Firestore"] = ["ErrorTelemetry.Abstractions"],
        ["ErrorTelemetry.Triage"] = ["ErrorTelemetry.Abstractions"],
        ["ErrorTelemetry.Tool"] = ["ErrorTelemetry", "ErrorTelemetry.Firestore", "ErrorTelemetry.Sqlite", "ErrorTelemetry.Triage"],
    };

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj")];

    [Fact]
    public void EveryProject_HasItsArrows() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Projects.Select(row => Path.GetFileNameWithoutExtension(row.Data)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_AreTheAllowedArrows(string project)
    {
        var references = XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Allowed[Path.GetFileNameWithoutExtension(project)], references);
    }
}
