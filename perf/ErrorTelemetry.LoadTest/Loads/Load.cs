namespace ErrorTelemetry.Loads;

/// <summary>What is sent.</summary>
/// <param name="Path">Where to.</param>
/// <param name="ReportKinds">How many different errors the reports are of; 0 sends GETs.</param>
/// <param name="IsError">Whether each request must turn up in the counts.</param>
internal sealed record Load(string Path, int ReportKinds = 0, bool IsError = true)
{
    private const string IngestPath = "/api/telemetry/error";

    public static readonly Load Healthy = new("/healthy", IsError: false);
    public static readonly Load Throwing = new("/throw");
    public static readonly Load Status500 = new("/status500");
    public static readonly Load TenErrors = new(IngestPath, ReportKinds: 10);
    public static readonly Load OneError = new(IngestPath, ReportKinds: 1);
    public static readonly Load ManyErrors = new(IngestPath, ReportKinds: 10_000);
}
