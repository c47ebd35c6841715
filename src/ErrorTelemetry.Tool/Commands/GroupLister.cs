using ErrorTelemetry.Classifying;
using System.Runtime.CompilerServices;
using ErrorTelemetry.Output;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Commands;

/// <summary>Walks all groups of a store, page by page.</summary>
internal static class GroupLister
{
    public static async IAsyncEnumerable<GroupView> ListAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IErrorStore>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var classifier = new ErrorClassifier();
        var query = new GroupQuery { Limit = ErrorLimits.QueryPageCount };
        do
        {
            var page = await store.QueryGroupsAsync(query, cancellationToken);
            foreach (var group in page.Groups)
                yield return GroupView.Create(group, now, classifier);
            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null);
    }
}
