namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>What the texts of a report say, parsed.</summary>
internal sealed record ErrorAnalysis
{
    /// <summary>The error's type; <c>Error</c> where no text names one.</summary>
    public required string Type { get; init; }

    /// <summary>The message, without what other fields say (type, stack, <c>Uncaught</c>).</summary>
    public required string Message { get; init; }

    /// <summary>The stack's frames, crash first; where the text nests causes, theirs stand first, as in the text.</summary>
    public required IReadOnlyList<ErrorFrame> Frames { get; init; }

    /// <summary>Those of <see cref="Frames"/> that are the error's own, not a cause's.</summary>
    public required IReadOnlyList<ErrorFrame> OwnFrames { get; init; }

    /// <summary>The causes, nearest first.</summary>
    public required IReadOnlyList<AnalyzedCause> Causes { get; init; }

    /// <summary>Whether frames and causes were read from the message, which then is the only text that holds them.</summary>
    public bool IsStackInMessage { get; init; }

    /// <summary>Where the blame lies: the topmost frame of the app's own, else the topmost that names a place.</summary>
    public ErrorFrame? CulpritFrame { get; init; }

    /// <summary><see cref="CulpritFrame"/> in one line, such as <c>Shop.Cart.Total (Cart.cs)</c>.</summary>
    public string? Culprit { get; init; }

    /// <summary>Type and first line of the message, at most <see cref="ErrorLimits.TitleChars"/> UTF-16 units.</summary>
    public required string Title { get; init; }
}
