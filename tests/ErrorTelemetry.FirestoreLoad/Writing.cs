using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>Writers over the groups that every process shares. Whatever fails is sent again until it is acknowledged.</summary>
internal static class Writing
{
    private const int EventsPerBatch = 20;

    public static async Task RunAsync(string host, int groups, int writers, int batches)
    {
        await using var provider = Stores.Open(host, options =>
        {
            options.GroupWriteIntervalMilliseconds = 50;
            options.CallTimeoutMilliseconds = 1_000;
            options.RetryBudgetMilliseconds = 2_000;
        });
        var store = provider.GetRequiredService<IErrorStore>();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(store, groups, batches, writer))));
    }

    private static async Task WriteAsync(IErrorStore store, int groups, int batches, int writer)
    {
        for (var i = 0; i < batches; i++)
        {
            ErrorEvent[] batch =
            [
                .. Enumerable.Range(0, EventsPerBatch)
                    .Select(e => Some.Event(Some.Fingerprint($"shared-{(writer + i + e) % groups}")) with { EventId = Guid.NewGuid().ToString() }),
            ];
            await RecordAsync(store, batch);
            Console.WriteLine(string.Join('\n', batch.Select(e => e.EventId)));
            if (i % 3 == 0)
                await RecordAsync(store, batch);
        }
    }

    private static async Task RecordAsync(IErrorStore store, ErrorEvent[] batch)
    {
        while (true)
        {
            try
            {
                await store.RecordAsync(batch);
                return;
            }
            catch (ErrorStoreException exception) when (exception.IsTransient)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }
}
