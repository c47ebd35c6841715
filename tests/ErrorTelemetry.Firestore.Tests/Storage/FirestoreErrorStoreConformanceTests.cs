using ErrorTelemetry.Hosting;

namespace ErrorTelemetry.Storage;

/// <summary>The contract of every store, over the local server with the indexes that are shipped.</summary>
public class FirestoreErrorStoreConformanceTests : StoreConformance
{
    private StoreUnderTest? _test;

    /// <summary>What goes wrong; nothing here.</summary>
    protected virtual void Break(FirestoreServerHost server)
    {
    }

    protected override async Task<IErrorStore> CreateAsync(ErrorStorageOptions settings, TimeProvider timeProvider)
    {
        _test = await StoreUnderTest.StartAsync();
        Break(_test.Server);
        return _test.NewStore(settings, new WallClock(timeProvider));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
