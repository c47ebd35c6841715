namespace ErrorTelemetry.Sample;

/// <summary>Chooses where the sample keeps its errors: a SQLite file, unless <c>ErrorTelemetry:Store</c> says otherwise.</summary>
internal static class StoreSelection
{
    public static ErrorTelemetryBuilder AddConfiguredStore(this ErrorTelemetryBuilder telemetry, IConfiguration configuration, IHostEnvironment environment) =>
        configuration["ErrorTelemetry:Store"] switch
        {
            null or "" or "Sqlite" => telemetry.AddSqliteStore(Path.Combine(environment.ContentRootPath, "errors.db")),
            "Firestore" => telemetry.AddFirestoreStore(),
            "InMemory" => telemetry,
            var other => throw new InvalidOperationException($"ErrorTelemetry:Store is '{other}'; the sample knows Sqlite, Firestore and InMemory."),
        };
}
