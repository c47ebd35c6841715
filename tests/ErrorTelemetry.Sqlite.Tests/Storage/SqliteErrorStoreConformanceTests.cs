using Microsoft.Extensions.Logging.Abstractions;

namespace ErrorTelemetry.Storage;

public sealed class SqliteErrorStoreConformanceTests : StoreConformance
{
    private readonly TempFile _file = new();
    private SqliteErrorStore? _store;

    protected override Task<IErrorStore> CreateAsync(ErrorStorageOptions settings, TimeProvider timeProvider)
    {
        _store = new SqliteErrorStore(new SqliteStoreOptions { DataSource = _file.Path }, settings, timeProvider, NullLogger.Instance);
        return Task.FromResult<IErrorStore>(_store);
    }

    public override ValueTask DisposeAsync()
    {
        _store?.Dispose();
        _file.Dispose();
        return base.DisposeAsync();
    }
}
