using System.Text.Json.Nodes;
using ErrorTelemetry.Client;
using ErrorTelemetry.Documents;
using ErrorTelemetry.Hosting;
using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Querying;

/// <summary>What <c>firestore.indexes.json</c> deploys is what the queries need: no less, and no more.</summary>
public sealed class IndexTests
{
    private static readonly FirestoreStoreOptions Names = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryQueryShape_WithTheShippedIndexes_IsServed()
    {
        await using var server = await FirestoreServerHost.StartAsync(cancellationToken: Ct);

        Assert.Empty(await RefusedAsync(server));
    }

    [Fact]
    public async Task EveryShippedIndex_LeftOut_IsMissed()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var shipped = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "firestore.indexes.json"), Ct))!;
            for (var i = 0; i < shipped["indexes"]!.AsArray().Count; i++)
            {
                var less = shipped.DeepClone();
                less["indexes"]!.AsArray().RemoveAt(i);
                var file = Path.Combine(folder.FullName, $"{i}.json");
                await File.WriteAllTextAsync(file, less.ToJsonString(), Ct);
                await using var server = await FirestoreServerHost.StartAsync(new FirestoreServerOptions { IndexesFile = file }, Ct);

                Assert.NotEmpty(await RefusedAsync(server));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task FieldsOfDocuments_EveryOneThatIsLongOrGrowsWithTime_IsExempt()
    {
        await using var test = await StoreUnderTest.StartAsync();
        var store = test.NewStore();
        var text = new string('日', 600);
        var e = Some.Event() with
        {
            Message = text, Title = text, Type = text, Stack = text, Url = text, Route = text, UserAgent = text, ComponentStack = text, Culprit = text, Release = text,
            Environment = text, SessionId = text, CorrelationId = text, PageId = text, Mechanism = text, GroupingVersion = text,
        };

        // The server refuses what Firestore cannot index: a text past 1,500 bytes in a field without an exemption.
        await store.RecordAsync([e], Ct);
        await store.RecordAsync([e with { EventId = Some.EventId(), Release = text + "2" }], Ct);
        var exempt = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "firestore.indexes.json"), Ct))!["fieldOverrides"]!.AsArray()
            .Where(field => field!["indexes"]!.AsArray().Count == 0).Select(field => (string?)field!["fieldPath"]).ToHashSet();
        Assert.Superset(new HashSet<string?> { GroupDocument.LastSeen, GroupDocument.LastSeenMs, GroupDocument.FirstSeenMs, EventDocument.Timestamp, EventDocument.ExpireAt, "firstSeen" }, exempt);
    }

    private static IEnumerable<StructuredQuery> Shapes()
    {
        foreach (var status in Enum.GetValues<TriageStatus>().Cast<TriageStatus?>().Append(null))
        foreach (var order in Enum.GetValues<GroupOrder>())
        foreach (var since in new DateTimeOffset?[] { null, Some.Now })
        foreach (var minCount in new[] { 1L, 2L })
        {
            var query = new GroupQuery { Status = status, Order = order, LastSeenSince = since, MinCount = minCount };
            yield return Queries.Groups(Names.GroupsCollection, query, after: null, 10);
            yield return Queries.Groups(Names.GroupsCollection, query, Queries.After(5, $"projects/demo/databases/(default)/documents/{Names.GroupsCollection}/x"), 10);
        }

        foreach (var field in new[] { EventDocument.CorrelationId, EventDocument.PageId, EventDocument.Fingerprint })
            yield return Queries.Events(Names.EventsCollection, field, "value", 10);
        yield return Queries.EventNames(Names.EventsCollection, "f", before: null, 10);
        yield return Queries.EventNames(Names.EventsCollection, "f", Some.Now, 10);
        yield return Queries.IdleGroups(Names.GroupsCollection, Some.Now, after: null, 10);
        yield return Queries.ExpiredReceipts(Names.ReceiptsCollection, Some.Now, 10);
    }

    private static async Task<List<string>> RefusedAsync(FirestoreServerHost server)
    {
        var options = StoreUnderTest.Options(server.Address);
        using var client = new FirestoreClient(new FirestoreConnection(options, _ => null), new DatabasePaths(options), options, TimeProvider.System);
        var refused = new List<string>();
        foreach (var shape in Shapes())
        {
            try
            {
                await client.QueryAsync(shape, client.NewBudget(), Ct);
            }
            catch (ErrorStoreException exception)
            {
                refused.Add(exception.Message);
            }
        }

        return refused;
    }
}
