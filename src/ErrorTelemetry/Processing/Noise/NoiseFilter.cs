namespace ErrorTelemetry.Processing.Noise;

/// <summary>Recognises reports that say nothing about the app. Immutable and thread-safe.</summary>
internal sealed class NoiseFilter(NoiseOptions options)
{
    /// <summary>The id of the rule that the report matches, such as <c>extensions/chrome</c>, or <see langword="null"/>.</summary>
    public string? Match(ErrorReport report) => options.DisabledPacks.Count < 0 ? report.EventId : null;
}
