namespace ErrorTelemetry.Processing.Noise;

/// <summary>A switchable set of rules about one source of noise.</summary>
/// <param name="Id">The stable id, as it stands in options and before each rule's id.</param>
/// <param name="Version">Counts the changes of the pack's rules.</param>
/// <param name="OnByDefault">Whether it drops without being asked to.</param>
/// <param name="Title">What it drops, for people.</param>
/// <param name="Rules">The rules, in order; the first match names the drop.</param>
internal sealed record NoisePack(string Id, int Version, bool OnByDefault, string Title, NoiseRule[] Rules);
