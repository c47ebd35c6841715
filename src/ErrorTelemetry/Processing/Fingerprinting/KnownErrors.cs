namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>
/// Remembers what the last errors' texts gave: the same type, message, stack and causes give the same analysis, so an error that storms is parsed once.
/// Holds redacted and truncated texts only, at most 256 errors whose stacks, with those of their causes, have 16,384 characters. Thread-safe: slots are replaced whole,
/// and a lost one costs a parse.
/// </summary>
internal sealed class KnownErrors
{
    private const int Slots = 256;
    internal const int MaxStackChars = 16_384;

    private readonly KnownError?[] _slots = new KnownError?[Slots];

    /// <summary>The report's error.</summary>
    /// <param name="redacted">A report without secrets, truncated.</param>
    public KnownError Of(ErrorReport redacted)
    {
        // Without a stack there is nothing to parse, and messages are many.
        if (redacted.Stack is not { Length: > 0 } stack || StackChars(redacted) > MaxStackChars)
            return new KnownError(redacted);
        ref var slot = ref _slots[(TextHash.Of(stack) ^ TextHash.Of(redacted.Message)) & (Slots - 1)];
        var known = Volatile.Read(ref slot);
        if (known is null || !known.Is(redacted))
            Volatile.Write(ref slot, known = new KnownError(redacted));
        return known;
    }

    private static int StackChars(ErrorReport report)
    {
        var chars = report.Stack!.Length;
        foreach (var cause in report.Causes)
            chars += cause.Stack?.Length ?? 0;
        return chars;
    }
}
