using System.Text;

namespace ErrorTelemetry.Writing;

/// <summary>An upper bound of the bytes that an event takes in a commit, without building its document.</summary>
internal static class EventSize
{
    /// <summary>The names and frames of all fields of an event.</summary>
    private const int Fixed = 2_048;

    /// <summary>Frames, names and a digest around each entry of a list or map.</summary>
    private const int PerEntry = 128;

    public static int Of(ErrorEvent e)
    {
        var bytes = Fixed + Text(e.Message) + Text(e.Stack) + Text(e.ComponentStack) + Text(e.Url) + Text(e.Route) + Text(e.Type) + Text(e.Title) + Text(e.Culprit)
            + Text(e.UserAgent) + Text(e.Release) + Text(e.Environment) + Text(e.SessionId) + Text(e.CorrelationId) + Text(e.PageId) + Text(e.Mechanism)
            + Text(e.CulpritFrame?.Function) + Text(e.CulpritFrame?.Module) + Text(e.CulpritFrame?.File);
        foreach (var cause in e.Causes)
            bytes += PerEntry + Text(cause.Type) + Text(cause.Message) + Text(cause.Stack);
        foreach (var crumb in e.Breadcrumbs)
            bytes += PerEntry + Text(crumb.Category) + Text(crumb.Message);
        foreach (var (key, value) in e.Tags)
            bytes += PerEntry + Text(key) + Text(value);
        foreach (var (kind, _) in e.Redactions)
            bytes += PerEntry + Text(kind);
        return bytes;
    }

    private static int Text(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
