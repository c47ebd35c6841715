namespace ErrorTelemetry.Processing.Redaction;

/// <summary>
/// Remembers the last texts in which no built-in detector found anything. Errors repeat: the stack of a storm is scanned once, not a million times.
/// Holds clean texts only: at most 256 of 64 to 8,192 characters, and 512 shorter ones, which would else be driven out by stacks, or drive them out.
/// Thread-safe: slots are replaced whole, and a lost one costs a scan.
/// </summary>
internal sealed class CleanTexts
{
    private const int LongTexts = 256;
    private const int ShortTexts = 512;
    private const int LongChars = 64;
    private const int MaxChars = 8_192;

    private readonly string?[] _long = new string?[LongTexts];
    private readonly string?[] _short = new string?[ShortTexts];

    public bool Has(string text) => text.Length <= MaxChars && string.Equals(Volatile.Read(ref SlotOf(text)), text, StringComparison.Ordinal);

    public void Add(string text)
    {
        if (text.Length <= MaxChars)
            Volatile.Write(ref SlotOf(text), text);
    }

    private ref string? SlotOf(string text)
    {
        var slots = text.Length < LongChars ? _short : _long;
        return ref slots[TextHash.Of(text) & (uint)(slots.Length - 1)];
    }
}
