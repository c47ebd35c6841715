using ErrorTelemetry.Processing.Fingerprinting.Normalization;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>
/// The built-in grouping: type, the app's own topmost frames without numbers, and causes; the parameterised message only where these say too
/// little. <c>docs/fingerprints.md</c> says it in full.
/// </summary>
internal sealed class FingerprintStrategyV1 : IFingerprintStrategy
{
    private const string DefaultPart = "{{default}}";

    public string Version => "v1";

    /// <summary>Whether type, message, frames and causes alone make the fingerprint, so that it is the same for every report which has the same ones.</summary>
    public static bool IsDecidedByTexts(ErrorAnalysis analysis, ErrorReport report) =>
        report.Fingerprint.Count == 0
        && report.Mechanism is not (ErrorMechanisms.StatusCode or ErrorMechanisms.Resource or ErrorMechanisms.Csp)
        && (analysis.OwnFrames.Count > 0 || analysis.Causes.Count > 0);

    public FingerprintResult Compute(FingerprintInput input)
    {
        var components = new List<string>(12);
        if (input.CustomParts.Count == 0)
            AddDefault(input, components);
        else
            AddCustom(input, components);
        return new FingerprintResult(FingerprintText.Hash(Version, components), components);
    }

    private static void AddCustom(FingerprintInput input, List<string> components)
    {
        foreach (var part in input.CustomParts)
        {
            if (part.Replace(" ", string.Empty, StringComparison.Ordinal).Equals(DefaultPart, StringComparison.OrdinalIgnoreCase))
                AddDefault(input, components);
            else
                components.Add($"part: {RedactionMarkers.Replace(part)}");
        }
    }

    private static void AddDefault(FingerprintInput input, List<string> components)
    {
        if (StatusComponents.TryAdd(input, components))
            return;
        if (input.Mechanism is ErrorMechanisms.Resource or ErrorMechanisms.Csp)
        {
            components.Add($"mechanism: {input.Mechanism}");
            components.Add($"message: {MessageParameterizer.Parameterize(input.Message, keepFileNames: true)}");
            return;
        }
        StackComponents.Add(input, components);
    }
}
