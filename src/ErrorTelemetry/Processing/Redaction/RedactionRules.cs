using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What one redactor looks for: options turned into tables, once.</summary>
internal sealed class RedactionRules
{
    private readonly bool[] _enabled;

    public RedactionRules(RedactionOptions options)
    {
        _enabled = [.. DetectorTable.All.Select(detector => !options.DisabledDetectors.Contains(detector.Id))];
        Anchors = new AnchorIndex(options, IsEnabled);
        Providers = [.. ProviderTable.Rows
            .Select(row => new Provider(DetectorTable.ById[row.Id], row.Words, [.. row.Forms.Select(TokenShape.Parse)]))
            .Where(provider => IsEnabled(provider.Detector))];
    }

    public AnchorIndex Anchors { get; }

    public Provider[] Providers { get; }

    public bool IsEnabled(Detector detector) => _enabled[detector.Index];

    /// <summary>A vendor whose keys have no form of their own.</summary>
    internal sealed record Provider(Detector Detector, string[] Words, TokenShape[] Forms);
}
