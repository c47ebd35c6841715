using System.Text.Json;
using ErrorTelemetry.Json;
using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry.Storage;

/// <summary>
/// What every <see cref="IErrorStore"/> must do. Derive once per store as <c>public sealed class …StoreConformanceTests : StoreConformance</c>;
/// an architecture test fails for a store that nobody derived it for.
/// </summary>
public abstract partial class StoreConformance : IAsyncDisposable
{
    /// <summary>The clock that every store of a test is given; it stands still unless the test moves it.</summary>
    protected FakeTimeProvider Time { get; } = new(Some.Now);

    /// <summary>Cancelled when the test run is.</summary>
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes a store over a place that is empty. Called once per test.</summary>
    protected abstract Task<IErrorStore> CreateAsync(ErrorStorageOptions settings, TimeProvider timeProvider);

    /// <summary>Disposes what <see cref="CreateAsync"/> made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty store with the default settings but for the cap.</summary>
    protected Task<IErrorStore> CreateStoreAsync(int maxPerHour = 10_000) =>
        CreateAsync(new ErrorStorageOptions { MaxStoredEventsPerGroupPerHour = maxPerHour }, Time);

    /// <summary>The group, which must exist.</summary>
    protected static async Task<ErrorGroup> GroupAsync(IErrorStore store, string fingerprint)
    {
        var group = await store.FindGroupAsync(fingerprint, Ct);
        Assert.NotNull(group);
        return group;
    }

    /// <summary>All groups of a query, page by page.</summary>
    protected static async Task<List<ErrorGroup>> DrainAsync(IErrorStore store, GroupQuery query)
    {
        var all = new List<ErrorGroup>();
        while (true)
        {
            var page = await store.QueryGroupsAsync(query, Ct);
            Assert.InRange(page.Groups.Count, 0, query.Limit);
            all.AddRange(page.Groups);
            if (page.ContinuationToken is null)
                return all;
            Assert.NotEmpty(page.Groups);
            query = query with { ContinuationToken = page.ContinuationToken };
        }
    }

    /// <summary>Whole values compare as their JSON, since records compare their lists by reference.</summary>
    protected static void AssertSame(ErrorEvent expected, ErrorEvent? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(JsonSerializer.Serialize(expected, ErrorTelemetryJson.Event), JsonSerializer.Serialize(actual, ErrorTelemetryJson.Event));
    }

    /// <inheritdoc cref="AssertSame(ErrorEvent, ErrorEvent?)"/>
    protected static void AssertSame(ErrorGroup expected, ErrorGroup? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(JsonSerializer.Serialize(expected, ErrorTelemetryJson.Group), JsonSerializer.Serialize(actual, ErrorTelemetryJson.Group));
    }
}
