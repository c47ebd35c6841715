using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ErrorTelemetry.Metrics;

/// <summary>The meter <c>ErrorTelemetry</c>: what was taken, what was dropped and why.</summary>
internal sealed class TelemetryMetrics
{
    public const string MeterName = "ErrorTelemetry";

    private readonly Counter<long> _recorded;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _discarded;
    private readonly Counter<long> _redactions;
    private readonly Histogram<int> _batchEvents;

    public TelemetryMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        Meter = meter;
        _recorded = meter.CreateCounter<long>("errortelemetry.events.recorded", "{event}", "Events that are durable, by mechanism.");
        _duplicates = meter.CreateCounter<long>("errortelemetry.events.duplicate", "{event}", "Events whose id was known already.");
        _discarded = meter.CreateCounter<long>("errortelemetry.discarded", "{report}", "Reports that were refused or dropped, by reason and rule.");
        _redactions = meter.CreateCounter<long>("errortelemetry.redactions", "{secret}", "Secrets and personal data that were removed, by kind.");
        _batchEvents = meter.CreateHistogram<int>("errortelemetry.store.batch", "{event}", "Events in one commit.");
    }

    /// <summary>The meter of this host; others in the process have their own of the same name.</summary>
    public Meter Meter { get; }

    public void Recorded(ErrorEvent errorEvent)
    {
        if (_recorded.Enabled)
            _recorded.Add(1, new KeyValuePair<string, object?>("mechanism", errorEvent.Mechanism));
        if (!_redactions.Enabled)
            return;
        foreach (var (kind, count) in errorEvent.Redactions)
            _redactions.Add(count, new KeyValuePair<string, object?>("kind", kind));
    }

    public void Duplicate() => _duplicates.Add(1);

    public void Discarded(string reason, string? rule = null, long count = 1)
    {
        var tags = new TagList { { "reason", reason } };
        if (rule is not null)
            tags.Add("rule", rule);
        _discarded.Add(count, tags);
    }

    /// <summary>The same where a listener of the host may be what has just thrown: the count reaches those that do not.</summary>
    public void TryDiscarded(string reason, string? rule = null, long count = 1)
    {
        try
        {
            Discarded(reason, rule, count);
        }
        catch (Exception)
        {
            // Said by nobody: whoever listens has thrown it.
        }
    }

    public void Batch(int events) => _batchEvents.Record(events);
}
