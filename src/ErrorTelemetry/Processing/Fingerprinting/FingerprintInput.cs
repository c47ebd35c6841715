namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>What a grouping strategy may look at. All texts are redacted.</summary>
public sealed record FingerprintInput
{
    /// <summary>The error's type, such as <c>System.InvalidOperationException</c> or <c>TypeError</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The error's message without type and stack.</summary>
    public required string Message { get; init; }

    /// <summary>The error's frames, crash first. Default: none.</summary>
    public IReadOnlyList<ErrorFrame> Frames { get; init; } = [];

    /// <summary>The errors that caused this one, nearest first. Default: none.</summary>
    public IReadOnlyList<FingerprintCause> Causes { get; init; } = [];

    /// <summary>Which hook caught it, one of <see cref="ErrorMechanisms"/>. Default: <see cref="ErrorMechanisms.Manual"/>.</summary>
    public string Mechanism { get; init; } = ErrorMechanisms.Manual;

    /// <summary>The route template, such as <c>/orders/{id}</c>; <see langword="null"/> where none is known.</summary>
    public string? Route { get; init; }

    /// <summary>The page or request address without query values; <see langword="null"/> where none is known.</summary>
    public string? Url { get; init; }

    /// <summary>The report's tags. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = EmptyTags.Instance;

    /// <summary>The app's own grouping parts; <c>{{default}}</c> stands for the computed ones. Default: none, which means the computed ones alone.</summary>
    public IReadOnlyList<string> CustomParts { get; init; } = [];

    internal static FingerprintInput From(ErrorAnalysis analysis, ErrorReport report) => new()
    {
        Type = analysis.Type,
        Message = analysis.Message,
        Frames = analysis.OwnFrames,
        Causes = analysis.Causes.Count == 0 ? [] : [.. analysis.Causes.Select(c => new FingerprintCause(c.Type, c.Message, c.Frames))],
        Mechanism = report.Mechanism ?? ErrorMechanisms.Manual,
        Route = report.Route,
        Url = report.Url,
        Tags = report.Tags,
        CustomParts = report.Fingerprint,
    };
}
