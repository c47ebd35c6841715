using ErrorTelemetry.Protocol;
using Google.Protobuf;
using Grpc.Core;

namespace ErrorTelemetry.Client;

/// <summary>The few calls that the store makes. Each has a deadline, and is tried again within its budget while its failures pass.</summary>
internal sealed class FirestoreClient : IDisposable
{
    /// <summary>Documents asked for in one call: far below the request's size limit, and one answer stays quick.</summary>
    private const int LookUpCount = 1000;

    private readonly FirestoreConnection _connection;
    private readonly Protocol.Firestore.FirestoreClient _calls;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _budget;
    private readonly Metadata.Entry[] _routing;

    // What the caller judges by itself; all else is tried again or told as the store's failure.
    private static readonly StatusCode[] None = [];
    private static readonly StatusCode[] OfCommit = [StatusCode.AlreadyExists, StatusCode.NotFound, StatusCode.FailedPrecondition, StatusCode.InvalidArgument];
    private static readonly StatusCode[] OfTransaction = [StatusCode.Aborted, StatusCode.NotFound, StatusCode.InvalidArgument];

    public FirestoreClient(FirestoreConnection connection, DatabasePaths paths, FirestoreStoreOptions options, TimeProvider time)
    {
        _connection = connection;
        _calls = new Protocol.Firestore.FirestoreClient(connection.Invoker);
        _time = time;
        _timeout = TimeSpan.FromMilliseconds(options.CallTimeoutMilliseconds);
        _budget = TimeSpan.FromMilliseconds(options.RetryBudgetMilliseconds);
        Paths = paths;
        _routing =
        [
            new Metadata.Entry("google-cloud-resource-prefix", paths.Database),
            new Metadata.Entry("x-goog-request-params", "database=" + Uri.EscapeDataString(paths.Database)),
        ];
    }

    public DatabasePaths Paths { get; }

    public RetryBudget NewBudget() => new(_budget, _time, Random.Shared.NextDouble);

    /// <summary>Commits. Failed preconditions and refused documents, and contention inside a transaction, come as they are.</summary>
    public Task<CommitResponse> CommitAsync(IEnumerable<Write> writes, RetryBudget budget, CancellationToken cancellationToken, ByteString? transaction = null)
    {
        var request = new CommitRequest { Database = Paths.Database, Writes = { writes }, Transaction = transaction ?? ByteString.Empty };
        return CallAsync(options => _calls.CommitAsync(request, options).ResponseAsync, budget, cancellationToken, transaction is null ? OfCommit : OfTransaction);
    }

    public async Task<ByteString> BeginTransactionAsync(ByteString? retried, RetryBudget budget, CancellationToken cancellationToken)
    {
        var mode = new TransactionOptions.Types.ReadWrite { RetryTransaction = retried ?? ByteString.Empty };
        var request = new BeginTransactionRequest { Database = Paths.Database, Options = new TransactionOptions { ReadWrite = mode } };
        return (await CallAsync(options => _calls.BeginTransactionAsync(request, options).ResponseAsync, budget, cancellationToken).ConfigureAwait(false)).Transaction;
    }

    public Task RollbackAsync(ByteString transaction, RetryBudget budget, CancellationToken cancellationToken)
    {
        var request = new RollbackRequest { Database = Paths.Database, Transaction = transaction };
        return CallAsync(options => _calls.RollbackAsync(request, options).ResponseAsync, budget, cancellationToken);
    }

    /// <summary>The documents that exist among these names, by name.</summary>
    public async Task<Dictionary<string, Document>> GetAsync(
        IReadOnlyCollection<string> names, IEnumerable<string>? mask, RetryBudget budget, CancellationToken cancellationToken, ByteString? transaction = null)
    {
        var found = new Dictionary<string, Document>(names.Count, StringComparer.Ordinal);
        foreach (var chunk in names.Chunk(LookUpCount))
        {
            var request = new BatchGetDocumentsRequest { Database = Paths.Database, Documents = { chunk } };
            if (mask is not null)
                request.Mask = new DocumentMask { FieldPaths = { mask } };
            if (transaction is not null)
                request.Transaction = transaction;
            var answers = await CallAsync(options => ReadAllAsync(_calls.BatchGetDocuments(request, options), options.CancellationToken), budget, cancellationToken, transaction is null ? None : OfTransaction).ConfigureAwait(false);
            foreach (var document in answers.Select(answer => answer.Found).OfType<Document>())
                found[document.Name] = document;
        }

        return found;
    }

    public async Task<List<Document>> QueryAsync(StructuredQuery query, RetryBudget budget, CancellationToken cancellationToken)
    {
        var request = new RunQueryRequest { Parent = Paths.Root, StructuredQuery = query };
        var answers = await CallAsync(options => ReadAllAsync(_calls.RunQuery(request, options), options.CancellationToken), budget, cancellationToken).ConfigureAwait(false);
        return [.. answers.Select(answer => answer.Document).OfType<Document>()];
    }

    public void Dispose() => _connection.Dispose();

    private static async Task<List<T>> ReadAllAsync<T>(AsyncServerStreamingCall<T> call, CancellationToken cancellationToken)
    {
        using (call)
        {
            var answers = new List<T>();
            while (await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
                answers.Add(call.ResponseStream.Current);
            return answers;
        }
    }

    private async Task<T> CallAsync<T>(Func<CallOptions, Task<T>> call, RetryBudget budget, CancellationToken cancellationToken, StatusCode[]? forCaller = null)
    {
        while (true)
        {
            try
            {
                return await call(await OptionsAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (RpcException exception)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (forCaller?.Contains(exception.StatusCode) == true)
                    throw;
                if (!RetryPolicy.IsTransient(exception.StatusCode) || !await budget.WaitAsync(cancellationToken).ConfigureAwait(false))
                    throw StoreFailure.From(exception, Paths);
            }
            catch (ErrorStoreException exception) when (exception.IsTransient)
            {
                if (!await budget.WaitAsync(cancellationToken).ConfigureAwait(false))
                    throw;
            }
        }
    }

    private async Task<CallOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        var headers = new Metadata();
        foreach (var entry in _routing)
            headers.Add(entry);
        if (await _connection.AuthorizeAsync(cancellationToken).ConfigureAwait(false) is { } authorization)
            headers.Add("authorization", authorization);

        // The channel measures deadlines against the machine's clock, whatever clock the store was given.
        return new CallOptions(headers, (TimeProvider.System.GetUtcNow() + _timeout).UtcDateTime, cancellationToken);
    }
}
