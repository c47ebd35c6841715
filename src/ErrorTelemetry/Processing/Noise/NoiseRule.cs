namespace ErrorTelemetry.Processing.Noise;

/// <summary>One kind of report that says nothing about the app.</summary>
/// <param name="Id">The stable id, <c>pack/name</c>: the metric's tag and the answer of <c>explain</c>.</param>
/// <param name="Title">What it recognises, for people.</param>
/// <param name="Matches">Decides by the raw report; never throws.</param>
internal sealed record NoiseRule(string Id, string Title, Func<NoiseFacts, bool> Matches);
