namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>A value behind a name: where it lies, whether quotes held it, and whether more words follow on its line.</summary>
internal readonly record struct ValueSpan(int Start, int End, bool Quoted, bool WordsFollow)
{
    public int Length => End - Start;
}
