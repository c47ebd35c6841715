using ErrorTelemetry.Loads;

namespace ErrorTelemetry.Hosts;

/// <summary>All child processes of one test. One that is not being driven sleeps and costs the others nothing.</summary>
internal sealed class HostSet(string folder, bool logging) : IAsyncDisposable
{
    private const int OutOfReach = 1_000_000;

    private readonly Dictionary<string, ChildHost> _children = new(StringComparer.Ordinal);

    public ChildHost this[string process] => _children[process];

    public async Task StartAsync(IEnumerable<string> processes)
    {
        foreach (var process in processes.Where(process => !_children.ContainsKey(process)))
        {
            if (process == HostKinds.Sentry)
                _children[HostKinds.Sink] = await ChildHost.StartAsync(new HostSettings(HostKinds.Sink));
            _children[process] = await ChildHost.StartAsync(SettingsOf(process));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children.Values)
            await child.DisposeAsync();
    }

    private HostSettings SettingsOf(string process)
    {
        var kind = LoadCase.HostOf(process);
        var settings = new HostSettings(kind, Logging: logging);
        if (kind == HostKinds.Sentry)
            return settings with { SinkUrl = _children[HostKinds.Sink].Url };
        if (kind == HostKinds.Bare)
            return settings;
        settings = settings with { Database = Path.Combine(folder, process.Replace(':', '-') + ".db") };
        return process switch
        {
            LoadCase.KeepingAll => settings with { MaxStoredPerGroupPerHour = OutOfReach },
            LoadCase.DiskFull => settings with { MaxSizeMebibytes = 1, MaxStoredPerGroupPerHour = OutOfReach },
            _ => settings,
        };
    }
}
