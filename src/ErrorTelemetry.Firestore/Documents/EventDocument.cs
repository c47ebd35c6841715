using ErrorTelemetry.Protocol;

namespace ErrorTelemetry.Documents;

/// <summary>An event as typed fields: in its own document, and as the sample in its group's.</summary>
internal static class EventDocument
{
    /// <summary>The commit that created the document; tells a lost answer of our own from another process's event.</summary>
    public const string Commit = "commit";

    public const string ExpireAt = "expireAt";
    public const string Fingerprint = "fingerprint";
    public const string Timestamp = "timestamp";
    public const string CorrelationId = "correlationId";
    public const string PageId = "pageId";

    public static MapValue ToMap(ErrorEvent e) => FieldWriter.MapOf(fields => fields
        .Text("eventId", e.EventId)
        .Text(Fingerprint, e.Fingerprint)
        .Text("groupingVersion", e.GroupingVersion)
        .Time(Timestamp, e.Timestamp)
        .Text("type", e.Type)
        .Text("message", e.Message)
        .Text("title", e.Title)
        .Text("culprit", e.Culprit)
        .Map("culpritFrame", e.CulpritFrame is { } frame ? ToMap(frame) : null)
        .Text("stack", e.Stack)
        .Text("mechanism", e.Mechanism)
        .Flag("handled", e.Handled)
        .Text("url", e.Url)
        .Text("route", e.Route)
        .Text("release", e.Release)
        .Text("environment", e.Environment)
        .Text("userAgent", e.UserAgent)
        .Text("sessionId", e.SessionId)
        .Text(CorrelationId, e.CorrelationId)
        .Text(PageId, e.PageId)
        .Text("componentStack", e.ComponentStack)
        .List("causes", e.Causes.Select(cause => new Value { MapValue = ToMap(cause) }))
        .List("breadcrumbs", e.Breadcrumbs.Select(crumb => new Value { MapValue = ToMap(crumb) }))
        .Entries("tags", e.Tags, FieldWriter.OfText)
        .Entries("redactions", e.Redactions, count => FieldWriter.OfNumber(count)));

    /// <summary>The event, or <see langword="null"/> if a field without which it is none is missing.</summary>
    public static ErrorEvent? Read(string id, FieldReader fields)
    {
        if (fields.Text(Fingerprint) is not { } fingerprint || fields.Time(Timestamp) is not { } timestamp)
            return null;
        return new ErrorEvent
        {
            EventId = fields.Text("eventId") ?? id,
            Fingerprint = fingerprint,
            GroupingVersion = fields.Text("groupingVersion") ?? string.Empty,
            Timestamp = timestamp,
            Type = fields.Text("type") ?? string.Empty,
            Message = fields.Text("message") ?? string.Empty,
            Title = fields.Text("title") ?? string.Empty,
            Culprit = fields.Text("culprit"),
            CulpritFrame = fields.Map("culpritFrame") is { } frame ? ReadFrame(frame) : null,
            Stack = fields.Text("stack"),
            Mechanism = fields.Text("mechanism") ?? ErrorMechanisms.Manual,
            Handled = fields.Flag("handled"),
            Url = fields.Text("url"),
            Route = fields.Text("route"),
            Release = fields.Text("release"),
            Environment = fields.Text("environment"),
            UserAgent = fields.Text("userAgent"),
            SessionId = fields.Text("sessionId"),
            CorrelationId = fields.Text(CorrelationId),
            PageId = fields.Text(PageId),
            ComponentStack = fields.Text("componentStack"),
            Causes = [.. fields.Maps("causes").Select(cause => new ErrorCause(cause.Text("type"), cause.Text("message"), cause.Text("stack")))],
            Breadcrumbs = [.. fields.Maps("breadcrumbs").Select(crumb => new Breadcrumb(crumb.Time("timestamp"), crumb.Text("category"), crumb.Text("message")))],
            Tags = fields.Entries("tags").Where(tag => tag.Value.HasStringValue).ToDictionary(tag => tag.Key, tag => tag.Value.StringValue, StringComparer.Ordinal),
            Redactions = fields.Entries("redactions").ToDictionary(kind => kind.Key, kind => (int)(FieldReader.NumberOf(kind.Value) ?? 0), StringComparer.Ordinal),
        };
    }

    private static MapValue ToMap(ErrorFrame frame) => FieldWriter.MapOf(fields => fields
        .Text("function", frame.Function)
        .Text("module", frame.Module)
        .Text("file", frame.File)
        .Number("line", frame.Line)
        .Number("column", frame.Column)
        .Flag("inApp", frame.InApp));

    private static ErrorFrame ReadFrame(FieldReader frame) => new(
        frame.Text("function"), frame.Text("module"), frame.Text("file"), (int?)frame.Number("line"), (int?)frame.Number("column"), frame.Flag("inApp"));

    private static MapValue ToMap(ErrorCause cause) => FieldWriter.MapOf(fields => fields
        .Text("type", cause.Type).Text("message", cause.Message).Text("stack", cause.Stack));

    private static MapValue ToMap(Breadcrumb crumb) => FieldWriter.MapOf(fields => fields
        .Time("timestamp", crumb.Timestamp).Text("category", crumb.Category).Text("message", crumb.Message));
}
