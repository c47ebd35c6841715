using System.Globalization;

namespace ErrorTelemetry.Capture;

/// <summary>Exception → report. Runs on the worker, never at the throw site.</summary>
internal static class ExceptionReports
{
    public static ErrorReport Create(CapturedError captured)
    {
        var context = captured.Context;
        var report = captured.Status is { } status ? FromStatus(status) : FromException(captured.Exception!);
        return report with
        {
            EventId = captured.Id.EventId,
            Mechanism = context.Mechanism,
            Handled = context.Handled ?? context.Mechanism == ErrorMechanisms.Manual,
            Timestamp = captured.Timestamp,
            CorrelationId = captured.Id.CorrelationId,
            PageId = context.PageId,
            SessionId = context.SessionId,
            Url = context.Url,
            Route = context.Route ?? captured.Status?.Route,
            UserAgent = context.UserAgent,
            ComponentStack = context.ComponentStack,
            Tags = Tags(report.Tags, context),
            Fingerprint = context.Fingerprint,
        };
    }

    private static ErrorReport FromException(Exception exception) => new()
    {
        EventId = string.Empty,
        Type = TypeName(exception),
        Message = MessageOf(exception),
        Stack = StackOf(exception),
        Causes = CausesOf(exception),
    };

    // Names of tags: OpenTelemetry semantic conventions for HTTP.
    private static ErrorReport FromStatus(StatusError status)
    {
        var code = status.StatusCode.ToString(CultureInfo.InvariantCulture);
        return new ErrorReport
        {
            EventId = string.Empty,
            Type = "HTTP " + code,
            Message = $"{status.Method} {status.Route ?? "(no route)"} answered {code}",
            Tags = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["http.request.method"] = status.Method,
                ["http.response.status_code"] = code,
            },
        };
    }

    private static IReadOnlyDictionary<string, string> Tags(IReadOnlyDictionary<string, string> own, ErrorContext context)
    {
        if (!context.HasTags)
            return own;
        var tags = own.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in context.Tags)
        {
            if (value is not null)
                tags[name] = value;
        }

        return tags;
    }

    private static List<ErrorCause> CausesOf(Exception exception)
    {
        var causes = new List<ErrorCause>();
        Add(exception);
        return causes;

        void Add(Exception parent)
        {
            foreach (var cause in ExceptionChain.DirectCauses(parent))
            {
                if (causes.Count >= ErrorLimits.CauseCount)
                    return;
                causes.Add(new ErrorCause(TypeName(cause), MessageOf(cause), StackOf(cause)));
                Add(cause);
            }
        }
    }

    // Generic arguments in full are longer than the limit and say little: List`1, not List`1[[System.String, System.Private.CoreLib, Version=…]].
    private static string TypeName(Exception exception)
    {
        var type = exception.GetType();
        return type.IsGenericType ? $"{type.Namespace}.{type.Name}" : type.FullName ?? type.Name;
    }

    private static string MessageOf(Exception exception) => Guarded(exception, static e => e.Message) ?? TypeName(exception);

    private static string? StackOf(Exception exception) => Guarded(exception, StackTexts.Of);

    /// <summary>Message and StackTrace are virtual: code of the host that may throw.</summary>
    private static string? Guarded(Exception exception, Func<Exception, string?> read)
    {
        try
        {
            return read(exception);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
