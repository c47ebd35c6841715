namespace ErrorTelemetry;

/// <summary>Holds the capture worker back while the call site is measured.</summary>
internal sealed class GateRedactor : IErrorRedactor
{
    private readonly ManualResetEventSlim _open = new(true);

    public void Close() => _open.Reset();

    public void Open() => _open.Set();

    public string Redact(string text, RedactionCounts counts)
    {
        _open.Wait();
        return text;
    }
}
