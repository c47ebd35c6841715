using ErrorTelemetry.Faults;
using ErrorTelemetry.Protocol;
using ErrorTelemetry.Queries;
using ErrorTelemetry.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace ErrorTelemetry.Hosting;

/// <summary>The calls, each in a few lines.</summary>
internal sealed class FirestoreService(
    DocumentStore documents, TransactionTable transactions, WritePressure pressure, ServerStatistics statistics, TimeProvider clock) : Firestore.FirestoreBase
{
    private static readonly string[] RoutingHeaders = ["authorization", "google-cloud-resource-prefix", "x-goog-request-params"];

    public override Task<BeginTransactionResponse> BeginTransaction(BeginTransactionRequest request, ServerCallContext context) =>
        Task.FromResult(new BeginTransactionResponse { Transaction = transactions.Begin() });

    public override Task<Empty> Rollback(RollbackRequest request, ServerCallContext context)
    {
        transactions.Rollback(request.Transaction);
        return Task.FromResult(new Empty());
    }

    public override Task<CommitResponse> Commit(CommitRequest request, ServerCallContext context)
    {
        CountHeaders(context);
        var response = documents.Commit(request, stored =>
        {
            if (!request.Transaction.IsEmpty)
                transactions.End(request.Transaction, stored);
            pressure.Admit(request);
        });
        foreach (var write in request.Writes)
            statistics.CountWrite(write.Update?.Name ?? write.Delete);
        return Task.FromResult(response);
    }

    public override async Task BatchGetDocuments(
        BatchGetDocumentsRequest request, IServerStreamWriter<BatchGetDocumentsResponse> responseStream, ServerCallContext context)
    {
        var transaction = request.Transaction;
        if (request.NewTransaction is not null)
            await responseStream.WriteAsync(new BatchGetDocumentsResponse { Transaction = transaction = transactions.Begin() }, context.CancellationToken);
        statistics.CountReads(request.Documents.Count);
        foreach (var name in request.Documents)
        {
            Names.Check(name, request.Database);
            var document = documents.Find(name);
            if (!transaction.IsEmpty)
                transactions.Remember(transaction, name, document);
            var response = new BatchGetDocumentsResponse { ReadTime = Now() };
            if (document is null)
                response.Missing = name;
            else
                response.Found = Fields.Project(document, request.Mask?.FieldPaths);
            await responseStream.WriteAsync(response, context.CancellationToken);
        }
    }

    public override async Task RunQuery(RunQueryRequest request, IServerStreamWriter<RunQueryResponse> responseStream, ServerCallContext context)
    {
        var plan = QueryPlan.Of(request.StructuredQuery, documents.Indexes);
        var transaction = request.Transaction;
        if (request.NewTransaction is not null)
            await responseStream.WriteAsync(new RunQueryResponse { Transaction = transaction = transactions.Begin() }, context.CancellationToken);
        var read = 0;
        foreach (var document in QueryRunner.Run(plan, documents.List(request.Parent, plan.Collection)))
        {
            if (!transaction.IsEmpty)
                transactions.Remember(transaction, document.Name, document);
            await responseStream.WriteAsync(new RunQueryResponse { Document = document, ReadTime = Now() }, context.CancellationToken);
            read++;
        }

        statistics.CountReads(Math.Max(read, 1));
        await responseStream.WriteAsync(new RunQueryResponse { ReadTime = Now() }, context.CancellationToken);
    }

    private void CountHeaders(ServerCallContext context)
    {
        foreach (var header in context.RequestHeaders.Where(header => RoutingHeaders.Contains(header.Key)))
            statistics.CountHeader(header.Key, header.Value);
    }

    private Timestamp Now() => Timestamp.FromDateTimeOffset(clock.GetUtcNow());
}
