namespace ErrorTelemetry.Processing.Noise;

/// <summary>One kind of report that says nothing about the app. Matches where one entry of its columns does and <see cref="When"/> holds.</summary>
/// <param name="Id">The stable id, <c>pack/name</c>: the metric's tag and the answer of <c>explain</c>.</param>
/// <param name="Title">What it recognises, for people.</param>
internal sealed record NoiseRule(string Id, string Title)
{
    /// <summary>Phrases that the message holds, ignoring case.</summary>
    public string[] Phrases { get; init; } = [];

    /// <summary>Whole messages, but for a full stop at the end, ignoring case.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>Types, by the last part of their name.</summary>
    public string[] Types { get; init; } = [];

    /// <summary>What must hold as well; alone, it decides. Never throws.</summary>
    public Func<NoiseFacts, bool>? When { get; init; }

    /// <summary>Whether message and type alone can rule it out, as one look at them does for all such rules.</summary>
    public bool ByText => Phrases.Length + Texts.Length + Types.Length > 0;

    public bool Matches(NoiseFacts facts) =>
        (!ByText || facts.MessageHas(Phrases) || facts.MessageIs(Texts) || facts.IsType(Types)) && (When is null || When(facts));
}
