namespace ErrorTelemetry.Processing.Redaction;

/// <summary>One kind of secret or personal data: its stable id and what it stands for. Instances stand in <see cref="DetectorTable"/>.</summary>
internal sealed class Detector(int index, string id, string title)
{
    /// <summary>Where it stands in <see cref="DetectorTable.All"/>.</summary>
    public int Index { get; } = index;

    /// <summary>The stable id, as it stands in <c>[redacted:id]</c>, in the counts and in <see cref="RedactionOptions.DisabledDetectors"/>.</summary>
    public string Id { get; } = id;

    /// <summary>What it finds, for people.</summary>
    public string Title { get; } = title;

    /// <summary>What stands in the text instead.</summary>
    public string Replacement { get; } = $"{Redacted.Prefix}{id}]";
}
