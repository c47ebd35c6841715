using ErrorTelemetry.Classifying;

namespace ErrorTelemetry.Issues;

/// <summary>Bodies as they are sent, compared with the files beside this one. ERRORTELEMETRY_UPDATE_SNAPSHOTS=1 writes them.</summary>
public sealed class IssueSnapshotTests
{
    public static TheoryData<string> Names => ["browser", "server", "sparse"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_KnownGroup_GivesTheKnownIssue(string name)
    {
        var sample = name switch
        {
            "browser" => Fixed() with
            {
                Type = "TypeError", Message = "Cannot read properties of undefined (reading 'total')", Title = "TypeError: Cannot read properties of undefined (reading 'total')", Mechanism = ErrorMechanisms.OnError,
                Culprit = "cartTotal (cart.ts)", CulpritFrame = new ErrorFrame("cartTotal", null, "webpack:///./src/cart.ts", 12, 34, true), Stack = "TypeError: Cannot read properties of undefined (reading 'total')\n    at cartTotal (https://shop.test/assets/cart.js:12:34)",
                Release = "5f3a9c1b2d4e6f708192a3b4c5d6e7f801234567", ComponentStack = "CartView\nApp", Causes = [],
            },
            "sparse" => new ErrorEvent { EventId = "event-00000001", Fingerprint = Some.Fingerprint("sparse"), GroupingVersion = "v1", Timestamp = Some.Now, Type = "Error", Message = "?", Title = "Error: ?", Mechanism = ErrorMechanisms.Manual },
            _ => Fixed(),
        };
        var content = new IssueContent(sample.ToGroup(), [sample], new ErrorClassifier().Classify(sample)) { Links = new SourceLinks("https://github.com", "owner/shop", new Dictionary<string, string>(), []) };

        var issue = IssueRenderer.Render(content);

        Snapshot.Matches($"Issues/Snapshots/{name}.md", $"{issue.Title}\n{string.Join(", ", issue.Labels)}\n\n{issue.Body}");
    }

    private static ErrorEvent Fixed() => Some.Event(Some.Fingerprint("snapshot")) with { EventId = "event-00000001", CorrelationId = "4bf92f3577b34da6a3ce929d0e0e4736", PageId = "page-0001" };
}
