using System.Reflection;

namespace ErrorTelemetry.Processing;

public sealed class ReportTextsTests
{
    /// <summary>Texts that are not mapped, each with the reason.</summary>
    private static readonly string[] NotMapped =
    [
        nameof(ErrorReport.EventId),    // kept as it is or refused
        nameof(ErrorReport.Mechanism),  // one of a fixed list
    ];

    [Fact]
    public void Map_EveryTextOfAReport_IsVisited()
    {
        var report = new ErrorReport
        {
            EventId = "event-id-1",
            Message = "x",
            Type = "x",
            Stack = "x",
            Mechanism = "x",
            Url = "x",
            Route = "x",
            Release = "x",
            Environment = "x",
            UserAgent = "x",
            SessionId = "x",
            CorrelationId = "x",
            PageId = "x",
            ComponentStack = "x",
            Causes = [new ErrorCause("x", "x", "x")],
            Breadcrumbs = [new Breadcrumb(null, "x", "x")],
            Tags = new Dictionary<string, string> { ["x"] = "x" },
            Fingerprint = ["x"],
        };

        var mapped = ReportTexts.Map(report, default(Mark));

        foreach (var property in typeof(ErrorReport).GetProperties().Where(property => property.PropertyType == typeof(string) && !NotMapped.Contains(property.Name)))
            Assert.Equal("y", property.GetValue(mapped));
        Assert.Equal(new ErrorCause("y", "y", "y"), mapped.Causes[0]);
        Assert.Equal(new Breadcrumb(null, "y", "y"), mapped.Breadcrumbs[0]);
        Assert.Equal("y", mapped.Tags["y"]);
        Assert.Equal(["y"], mapped.Fingerprint);
        Assert.Equal(
            ["Causes", "Breadcrumbs", "Tags", "Fingerprint"],
            typeof(ErrorReport).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.PropertyType.IsGenericType && property.PropertyType != typeof(DateTimeOffset?))
                .Select(property => property.Name));
    }

    [Fact]
    public void Map_NothingChanges_CopiesNoList()
    {
        var report = Some.Report();

        var mapped = ReportTexts.Map(report, new Replace("never there"));

        Assert.Equal(report, mapped);
        Assert.Same(report.Causes, mapped.Causes);
        Assert.Same(report.Breadcrumbs, mapped.Breadcrumbs);
        Assert.Same(report.Tags, mapped.Tags);
        Assert.Same(report.Fingerprint, mapped.Fingerprint);
    }

    [Fact]
    public void Map_OneEntryChanges_KeepsTheOthersAndTheOriginal()
    {
        var report = Some.Report() with
        {
            Causes = [new ErrorCause("A", "a", null), new ErrorCause("B", "secret", ""), new ErrorCause("C", "c", null)],
            Breadcrumbs = [new Breadcrumb(null, "ui", "a"), new Breadcrumb(Some.Now, "ui", "secret"), new Breadcrumb(null, "ui", "c")],
            Tags = new Dictionary<string, string> { ["a"] = "1", ["b"] = "secret", [""] = "no name", ["secret"] = "", ["c"] = "3" },
            Fingerprint = ["a", "secret", "c"],
        };

        var mapped = ReportTexts.Map(report, new Replace("secret"));

        Assert.Equal([new ErrorCause("A", "a", null), new ErrorCause("B", "y", null), new ErrorCause("C", "c", null)], mapped.Causes);
        Assert.Equal([new Breadcrumb(null, "ui", "a"), new Breadcrumb(Some.Now, "ui", "y"), new Breadcrumb(null, "ui", "c")], mapped.Breadcrumbs);
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "y", ["y"] = "", ["c"] = "3" }, mapped.Tags);
        Assert.Equal(["a", "y", "c"], mapped.Fingerprint);
        Assert.Equal("secret", report.Tags["b"]);
        Assert.Equal("secret", report.Fingerprint[1]);
    }

    private readonly struct Replace(string what) : ITextMapper
    {
        public string Map(TextField field, string text) => text == what ? "y" : text;

        public string MapTagValue(string name, string value) => value == what ? "y" : value;
    }

    private readonly struct Mark : ITextMapper
    {
        public string Map(TextField field, string text) => "y";

        public string MapTagValue(string name, string value) => "y";
    }
}
