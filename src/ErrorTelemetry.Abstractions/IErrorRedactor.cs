namespace ErrorTelemetry;

/// <summary>Removes secrets and personal data of the host's own kinds. Register any number; each sees the text that the one before left.</summary>
/// <remarks>
/// Called for every text of a report, before truncation, from any thread. A redactor that throws discards the event
/// (<see cref="DiscardReasons.RedactionFailed"/>): raw text is never stored.
/// </remarks>
public interface IErrorRedactor
{
    /// <summary>Returns the text with every secret replaced by <c>[redacted:kind]</c>; the same instance where nothing was found.</summary>
    /// <param name="text">The text to clean; never <see langword="null"/>.</param>
    /// <param name="counts">Counts each replacement.</param>
    string Redact(string text, RedactionCounts counts);
}
