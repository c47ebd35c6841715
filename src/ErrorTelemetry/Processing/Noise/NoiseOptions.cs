namespace ErrorTelemetry.Processing.Noise;

/// <summary>Which packs of known noise are dropped. Section <c>ErrorTelemetry:Noise</c>.</summary>
public sealed class NoiseOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Noise";

    /// <summary>Ids of packs that drop nothing, such as <c>crawlers</c>; the ids stand in <c>docs/noise.md</c>. An unknown id is a fault at start. Default: none.</summary>
    public IList<string> DisabledPacks { get; } = [];

    /// <summary>Ids of packs that are off by default and shall drop, such as <c>headless-browsers</c>. An unknown id is a fault at start. Default: none.</summary>
    public IList<string> EnabledPacks { get; } = [];
}
