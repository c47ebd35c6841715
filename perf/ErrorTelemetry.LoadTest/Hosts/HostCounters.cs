using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ErrorTelemetry.Hosts;

/// <summary>Counts what a child process does: its requests by itself, its events through the meter that ErrorTelemetry offers.</summary>
internal sealed class HostCounters : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _discarded = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _requests;
    private long _cutOff;
    private long _recorded;
    private long _duplicates;
    private long _batches;

    public HostCounters()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "ErrorTelemetry")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(OnCount);
        _listener.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref _batches));
        _listener.Start();
    }

    public void Request() => Interlocked.Increment(ref _requests);

    public void CutOff() => Interlocked.Increment(ref _cutOff);

    public HostStats Read()
    {
        using var process = Process.GetCurrentProcess();
        lock (_gate)
        {
            return new HostStats
            {
                Requests = Interlocked.Read(ref _requests),
                CutOff = Interlocked.Read(ref _cutOff),
                Recorded = Interlocked.Read(ref _recorded),
                Duplicates = Interlocked.Read(ref _duplicates),
                Discarded = new Dictionary<string, long>(_discarded, StringComparer.Ordinal),
                Batches = Interlocked.Read(ref _batches),
                AllocatedBytes = GC.GetTotalAllocatedBytes(precise: true),
                CpuMicroseconds = Environment.CpuUsage.TotalTime.TotalMicroseconds,
                WorkingSetBytes = process.WorkingSet64,
                PeakWorkingSetBytes = process.PeakWorkingSet64,
            };
        }
    }

    public void Dispose() => _listener.Dispose();

    private void OnCount(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        switch (instrument.Name)
        {
            case "errortelemetry.events.recorded":
                Interlocked.Add(ref _recorded, value);
                break;
            case "errortelemetry.events.duplicate":
                Interlocked.Add(ref _duplicates, value);
                break;
            case "errortelemetry.discarded":
                lock (_gate)
                {
                    var reason = ReasonOf(tags);
                    _discarded[reason] = _discarded.GetValueOrDefault(reason) + value;
                }

                break;
        }
    }

    private static string ReasonOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "reason")
                return (string)value!;
        }

        return "unknown";
    }
}
