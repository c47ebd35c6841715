using ErrorTelemetry.Hosting;
using ErrorTelemetry.Protocol;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace ErrorTelemetry.Server;

/// <summary>The local server does what Firestore does, as far as the store relies on it. Google's own client checks the same through <c>eng/interop.sh</c>.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private const string Database = "projects/demo/databases/(default)";
    private const string Name = Database + "/documents/things/one";

    private FirestoreServerHost _server = null!;
    private GrpcChannel _channel = null!;
    private Protocol.Firestore.FirestoreClient _client = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FirestoreServerHost.StartAsync(new FirestoreServerOptions { IndexesFile = null }, Ct);
        _channel = GrpcChannel.ForAddress($"http://{_server.Address}");
        _client = new Protocol.Firestore.FirestoreClient(_channel);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Commit_OneWriteOfManyFails_LeavesNothing()
    {
        await CommitAsync(Set(Name, ("n", Int(1))));

        var failure = await RefusedAsync(Set(Database + "/documents/things/two", ("n", Int(2))), Create(Name));

        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Null(await GetAsync(Database + "/documents/things/two"));
    }

    [Fact]
    public async Task Commit_Preconditions_AnswerWithTheirCodes()
    {
        Assert.Equal(StatusCode.NotFound, (await RefusedAsync(With(Set(Name), exists: true))).StatusCode);
        await CommitAsync(Create(Name));
        Assert.Equal(StatusCode.AlreadyExists, (await RefusedAsync(Create(Name))).StatusCode);
        var stale = Set(Name, ("n", Int(1)));
        stale.CurrentDocument = new Precondition { UpdateTime = (await GetAsync(Name))!.UpdateTime };
        await CommitAsync(stale);
        Assert.Equal(StatusCode.FailedPrecondition, (await RefusedAsync(stale)).StatusCode);
    }

    [Fact]
    public async Task Commit_Transforms_RunAfterTheUpdateAndKnowNumbersOnly()
    {
        await CommitAsync(Set(Name, ("count", Int(5)), ("low", Int(5)), ("high", new Value { DoubleValue = 5.5 }), ("text", Text("x")), ("list", List(Text("a")))));
        var write = new Write { Update = new Document { Name = Name, Fields = { ["kept"] = Int(1) } }, UpdateMask = new DocumentMask { FieldPaths = { "kept" } } };
        write.UpdateTransforms.Add(
        [
            new FieldTransform { FieldPath = "count", Increment = Int(3) }, new FieldTransform { FieldPath = "low", Minimum = Int(2) },
            new FieldTransform { FieldPath = "high", Maximum = Int(5) }, new FieldTransform { FieldPath = "text", Increment = Int(1) },
            new FieldTransform { FieldPath = "list", AppendMissingElements = List(Text("a"), Text("b")).ArrayValue },
            new FieldTransform { FieldPath = "map.`a.b`.n", Increment = Int(1) },
        ]);

        var response = await CommitAsync(write);

        var fields = (await GetAsync(Name))!.Fields;
        Assert.Equal((8L, 2L, 5.5, 1L), (fields["count"].IntegerValue, fields["low"].IntegerValue, fields["high"].DoubleValue, fields["text"].IntegerValue));
        Assert.Equal(["a", "b"], fields["list"].ArrayValue.Values.Select(value => value.StringValue));
        Assert.Equal(1, fields["map"].MapValue.Fields["a.b"].MapValue.Fields["n"].IntegerValue);
        Assert.Equal(8, response.WriteResults[0].TransformResults[0].IntegerValue);

        var bad = new Write { Update = new Document { Name = Name }, UpdateMask = new DocumentMask() };
        bad.UpdateTransforms.Add(new FieldTransform { FieldPath = "low", Minimum = new Value { TimestampValue = new() } });
        Assert.Equal(StatusCode.InvalidArgument, (await RefusedAsync(bad)).StatusCode);
    }

    [Fact]
    public async Task Commit_MaskedFieldThatTheUpdateLacks_IsRemoved()
    {
        await CommitAsync(Set(Name, ("a", Int(1)), ("b", Int(2))));
        await CommitAsync(new Write { Update = new Document { Name = Name }, UpdateMask = new DocumentMask { FieldPaths = { "a" } } });
        Assert.Equal(["b"], (await GetAsync(Name))!.Fields.Keys);

        await CommitAsync(Set(Name, ("c", Int(3))));
        Assert.Equal(["c"], (await GetAsync(Name))!.Fields.Keys);
    }

    [Fact]
    public async Task Commit_PastTheLimits_IsRefused()
    {
        Write[] tooMany = [.. Enumerable.Range(0, 501).Select(i => Create($"{Database}/documents/things/{i}"))];
        foreach (var writes in new Write[][]
        {
            tooMany, [Set(Name, ("b", new Value { BytesValue = ByteString.CopyFrom(new byte[1_100_000]) }))], [Set(Name, ("t", Text(new string('x', 1501))))],
            [Create(Database + "/documents/things/__x__")], [Set(Name, ("__f__", Int(1)))], [Create(Database + "/documents/things")],
        })
        {
            Assert.Equal(StatusCode.InvalidArgument, (await RefusedAsync(writes)).StatusCode);
        }
    }

    [Fact]
    public async Task Commit_OfATransactionWhoseReadsChanged_IsAborted()
    {
        await CommitAsync(Set(Name, ("n", Int(1))));
        var transaction = (await _client.BeginTransactionAsync(new BeginTransactionRequest { Database = Database }, cancellationToken: Ct)).Transaction;
        await GetAsync(Name, transaction);
        await CommitAsync(Set(Name, ("n", Int(2))));

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await _client.CommitAsync(new CommitRequest { Database = Database, Transaction = transaction, Writes = { Set(Name, ("n", Int(9))) } }, cancellationToken: Ct));

        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
        Assert.Equal(2, (await GetAsync(Name))!.Fields["n"].IntegerValue);
    }

    [Fact]
    public async Task Commit_ToOneDocumentTooOften_MeetsPressure()
    {
        _server.Faults.WriteInterval = TimeSpan.FromMinutes(1);
        await CommitAsync(Set(Name, ("n", Int(1))));

        Assert.Equal(StatusCode.Aborted, (await RefusedAsync(Set(Name, ("n", Int(2))))).StatusCode);
        Assert.Equal(1, _server.Statistics.RefusedByPressure);
        await CommitAsync(Create(Database + "/documents/things/other"));
    }

    [Fact]
    public async Task Journal_ServerStartedAgain_HasWhatItAnsweredFor()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var options = new FirestoreServerOptions { JournalFile = Path.Combine(folder.FullName, "journal"), IndexesFile = null };
            await using (var first = await FirestoreServerHost.StartAsync(options, Ct))
            {
                using var channel = GrpcChannel.ForAddress($"http://{first.Address}");
                await new Protocol.Firestore.FirestoreClient(channel).CommitAsync(new CommitRequest { Database = Database, Writes = { Set(Name, ("n", Int(7))) } }, cancellationToken: Ct);
            }

            await File.AppendAllTextAsync(options.JournalFile, "half a commit", Ct);
            await using var second = await FirestoreServerHost.StartAsync(options, Ct);
            using var again = GrpcChannel.ForAddress($"http://{second.Address}");
            var found = again.CreateCallInvoker();

            Assert.Equal(7, (await GetAsync(new Protocol.Firestore.FirestoreClient(found), Name, ByteString.Empty))!.Fields["n"].IntegerValue);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Value Int(long value) => new() { IntegerValue = value };

    private static Value Text(string value) => new() { StringValue = value };

    private static Value List(params Value[] values) => new() { ArrayValue = new ArrayValue { Values = { values } } };

    private static Write Set(string name, params (string Key, Value Value)[] fields)
    {
        var document = new Document { Name = name };
        foreach (var (key, value) in fields)
            document.Fields[key] = value;
        return new Write { Update = document };
    }

    private static Write Create(string name) => With(Set(name), exists: false);

    private static Write With(Write write, bool exists)
    {
        write.CurrentDocument = new Precondition { Exists = exists };
        return write;
    }

    private static async Task<Document?> GetAsync(Protocol.Firestore.FirestoreClient client, string name, ByteString transaction)
    {
        var request = new BatchGetDocumentsRequest { Database = Database, Documents = { name } };
        if (!transaction.IsEmpty)
            request.Transaction = transaction;
        using var call = client.BatchGetDocuments(request, cancellationToken: Ct);
        Assert.True(await call.ResponseStream.MoveNext(Ct));
        return call.ResponseStream.Current.Found;
    }

    private async Task<CommitResponse> CommitAsync(params Write[] writes) =>
        await _client.CommitAsync(new CommitRequest { Database = Database, Writes = { writes } }, cancellationToken: Ct);

    private Task<RpcException> RefusedAsync(params Write[] writes) => Assert.ThrowsAsync<RpcException>(() => CommitAsync(writes));

    private Task<Document?> GetAsync(string name, ByteString? transaction = null) => GetAsync(_client, name, transaction ?? ByteString.Empty);
}
