namespace ErrorTelemetry.Classifying;

/// <summary>One row of the table of rules: what it matches, and what that means.</summary>
/// <remarks>
/// <see cref="Types"/> and <see cref="Messages"/> look at the error and at each of its causes; both must match the same one. Every column that
/// is filled must match; within a column one entry is enough. A rule without any column never matches.
/// </remarks>
public sealed record ClassificationRule
{
    /// <summary>The rule's id: lower-case words joined by <c>-</c>, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>The category it gives; becomes an issue label.</summary>
    public required string Category { get; init; }

    /// <summary>The severity it gives, one of <see cref="ErrorSeverities"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>Next steps, in order. <c>{culprit}</c> becomes the culprit frame.</summary>
    public required IReadOnlyList<string> Remediation { get; init; }

    /// <summary>Type names, ignoring case: the whole name or its last part. <c>Name*</c> matches what starts so, <c>*Name</c> and <c>*Name*</c> a last part that ends so or holds it.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>
    /// Phrases that the message holds, ignoring case; <c>*</c> stands for anything between two parts, <c>{n}</c> at a part's end for a number that must follow. Each part begins and ends where
    /// a word does (<c>-s</c>, <c>-ed</c> and the like aside; a <c>*</c> at the end takes any ending); <c>^</c> at the start means the message's beginning, with <c>$</c> at the end the whole. A phrase that is a code (<c>ECONNRESET</c>, <c>23505</c>) must stand
    /// there in capitals and begin where a word begins; one that is a single small word (<c>timeout</c>) must stand by itself, not in a name or in quotes.
    /// </summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Phrases that the culprit frame's file holds (the whole stack's text where no frame is known), as in <see cref="Messages"/>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Mechanisms, out of <see cref="ErrorMechanisms"/>.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = [];

    /// <summary>What a phrase cannot say of the message, such as a code and its meaning; looks at the same error as <see cref="Types"/> and <see cref="Messages"/>.</summary>
    internal Func<string, bool>? Reads { get; init; }

    /// <summary>A condition of the host's own, asked last; <see langword="null"/> for none.</summary>
    public Func<ErrorEvent, bool>? When { get; init; }
}
