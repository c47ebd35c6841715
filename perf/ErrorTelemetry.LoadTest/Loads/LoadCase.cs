using ErrorTelemetry.Hosts;

namespace ErrorTelemetry.Loads;

/// <summary>One row of the table: the same load for several hosts, in turn.</summary>
/// <param name="Name">The case, as the result lines name it.</param>
/// <param name="Load">What is sent.</param>
/// <param name="Connections">By how many connections, each with one request at a time.</param>
/// <param name="Processes">To which child processes.</param>
internal sealed record LoadCase(string Name, Load Load, int Connections, IReadOnlyList<string> Processes)
{
    /// <summary>A process that keeps every event, since its storage cap is out of reach.</summary>
    public const string KeepingAll = HostKinds.Ours + ":kept";

    /// <summary>A process whose disk is full.</summary>
    public const string DiskFull = HostKinds.Ours + ":full";

    /// <summary>All cases, in the order in which a round runs them. Bare and telemetry hosts with one load stand side by side, so that they see the same machine.</summary>
    public static readonly IReadOnlyList<LoadCase> All =
    [
        new("healthy", Load.Healthy, 16, [HostKinds.Bare, HostKinds.Ours, HostKinds.OursAll, HostKinds.Sentry]),
        new("throwing", Load.Throwing, 16, [HostKinds.Bare, HostKinds.Ours, HostKinds.OursAll, HostKinds.Sentry]),
        new("status500", Load.Status500, 16, [HostKinds.Bare, HostKinds.Ours, HostKinds.OursAll, HostKinds.Sentry]),
        new("ingest-kept", Load.TenErrors, 16, [HostKinds.Bare, KeepingAll]),
        new("ingest-counted", Load.TenErrors, 16, [HostKinds.Bare, HostKinds.Ours]),
        new("ingest-kept", Load.TenErrors, 256, [HostKinds.Bare, KeepingAll]),
        new("ingest-counted", Load.TenErrors, 256, [HostKinds.Bare, HostKinds.Ours]),
        new("storm-one", Load.OneError, 256, [HostKinds.Bare, HostKinds.Ours]),
        new("storm-many", Load.ManyErrors, 256, [HostKinds.Bare, HostKinds.Ours]),
        new("store-down", Load.Throwing, 16, [HostKinds.Bare, DiskFull]),
        new("store-down", Load.TenErrors, 256, [HostKinds.Bare, DiskFull]),
    ];

    /// <summary>The bare host answers these alike, so one run of it in a round serves all cases that share it.</summary>
    public (string Path, int Connections) Baseline => (Load.Path, Connections);

    public static string HostOf(string process) => process.Split(':')[0];
}
