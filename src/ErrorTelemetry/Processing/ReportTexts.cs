namespace ErrorTelemetry.Processing;

/// <summary>The one walk over all texts of a report, which redaction, sanitizing and truncation share, so that none can forget a field.</summary>
internal static class ReportTexts
{
    public static ErrorReport Map<TMapper>(ErrorReport report, TMapper mapper)
        where TMapper : ITextMapper =>
        report with
        {
            Message = mapper.Map(TextField.Message, report.Message),
            Type = Map(mapper, TextField.Type, report.Type),
            Stack = Map(mapper, TextField.Stack, report.Stack),
            Url = Map(mapper, TextField.Url, report.Url),
            Route = Map(mapper, TextField.Route, report.Route),
            Release = Map(mapper, TextField.Release, report.Release),
            Environment = Map(mapper, TextField.Environment, report.Environment),
            UserAgent = Map(mapper, TextField.UserAgent, report.UserAgent),
            SessionId = Map(mapper, TextField.SessionId, report.SessionId),
            CorrelationId = Map(mapper, TextField.CorrelationId, report.CorrelationId),
            PageId = Map(mapper, TextField.PageId, report.PageId),
            ComponentStack = Map(mapper, TextField.ComponentStack, report.ComponentStack),
            Causes = MapCauses(mapper, report.Causes),
            Breadcrumbs = MapBreadcrumbs(mapper, report.Breadcrumbs),
            Tags = MapTags(mapper, report.Tags),
            Fingerprint = MapParts(mapper, report.Fingerprint),
        };

    private static string? Map<TMapper>(TMapper mapper, TextField field, string? text)
        where TMapper : ITextMapper =>
        string.IsNullOrEmpty(text) ? null : mapper.Map(field, text);

    // Lists are copied from the first text that changed: most reports pass most walks as they are.

    private static IReadOnlyList<ErrorCause> MapCauses<TMapper>(TMapper mapper, IReadOnlyList<ErrorCause> causes)
        where TMapper : ITextMapper
    {
        ErrorCause[]? changed = null;
        for (var i = 0; i < causes.Count; i++)
        {
            var cause = causes[i];
            var type = Map(mapper, TextField.CauseType, cause.Type);
            var message = Map(mapper, TextField.CauseMessage, cause.Message);
            var stack = Map(mapper, TextField.CauseStack, cause.Stack);
            if (!ReferenceEquals(type, cause.Type) || !ReferenceEquals(message, cause.Message) || !ReferenceEquals(stack, cause.Stack))
                (changed ??= [.. causes])[i] = new ErrorCause(type, message, stack);
        }

        return changed ?? causes;
    }

    private static IReadOnlyList<Breadcrumb> MapBreadcrumbs<TMapper>(TMapper mapper, IReadOnlyList<Breadcrumb> breadcrumbs)
        where TMapper : ITextMapper
    {
        Breadcrumb[]? changed = null;
        for (var i = 0; i < breadcrumbs.Count; i++)
        {
            var breadcrumb = breadcrumbs[i];
            var category = Map(mapper, TextField.BreadcrumbCategory, breadcrumb.Category);
            var message = Map(mapper, TextField.BreadcrumbMessage, breadcrumb.Message);
            if (!ReferenceEquals(category, breadcrumb.Category) || !ReferenceEquals(message, breadcrumb.Message))
                (changed ??= [.. breadcrumbs])[i] = breadcrumb with { Category = category, Message = message };
        }

        return changed ?? breadcrumbs;
    }

    private static IReadOnlyDictionary<string, string> MapTags<TMapper>(TMapper mapper, IReadOnlyDictionary<string, string> tags)
        where TMapper : ITextMapper
    {
        if (tags.Count == 0)
            return tags;
        Dictionary<string, string>? changed = null;
        var passed = 0;
        foreach (var (name, value) in tags)
        {
            var newName = name.Length == 0 ? null : mapper.Map(TextField.TagKey, name);
            var newValue = name.Length == 0 || value.Length == 0 ? value : mapper.MapTagValue(name, value);
            if (changed is null && (!ReferenceEquals(newName, name) || !ReferenceEquals(newValue, value)))
                changed = new Dictionary<string, string>(tags.Take(passed), StringComparer.Ordinal);
            if (changed is not null && newName is not null)
                changed[newName] = newValue;
            passed++;
        }

        return changed ?? tags;
    }

    private static IReadOnlyList<string> MapParts<TMapper>(TMapper mapper, IReadOnlyList<string> parts)
        where TMapper : ITextMapper
    {
        string[]? changed = null;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = mapper.Map(TextField.FingerprintPart, parts[i]);
            if (!ReferenceEquals(part, parts[i]))
                (changed ??= [.. parts])[i] = part;
        }

        return changed ?? parts;
    }
}
