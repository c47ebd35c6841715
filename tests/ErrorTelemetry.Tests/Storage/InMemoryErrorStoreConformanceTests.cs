namespace ErrorTelemetry.Storage;

public sealed class InMemoryErrorStoreConformanceTests : StoreConformance
{
    protected override Task<IErrorStore> CreateAsync(ErrorStorageOptions settings, TimeProvider timeProvider) =>
        Task.FromResult<IErrorStore>(new InMemoryErrorStore(settings, timeProvider));
}
