namespace ErrorTelemetry.Capture;

/// <summary>The capture of a host, once there is one. It comes with the first error; a host that stops without any must not make it in order to wait for it.</summary>
internal sealed class MadeCapture
{
    private volatile ErrorCapture? _capture;

    public ErrorCapture? Capture
    {
        get => _capture;
        set => _capture = value;
    }
}
