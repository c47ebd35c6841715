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

    private static IReadOnlyList<ErrorCause> MapCauses<TMapper>(TMapper mapper, IReadOnlyList<ErrorCause> causes)
        where TMapper : ITextMapper
    {
        if (causes.Count == 0)
            return causes;
        var mapped = new ErrorCause[causes.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = new ErrorCause(
                Map(mapper, TextField.CauseType, causes[i].Type),
                Map(mapper, TextField.CauseMessage, causes[i].Message),
                Map(mapper, TextField.CauseStack, causes[i].Stack));
        }

        return mapped;
    }

    private static IReadOnlyList<Breadcrumb> MapBreadcrumbs<TMapper>(TMapper mapper, IReadOnlyList<Breadcrumb> breadcrumbs)
        where TMapper : ITextMapper
    {
        if (breadcrumbs.Count == 0)
            return breadcrumbs;
        var mapped = new Breadcrumb[breadcrumbs.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = breadcrumbs[i] with
            {
                Category = Map(mapper, TextField.BreadcrumbCategory, breadcrumbs[i].Category),
                Message = Map(mapper, TextField.BreadcrumbMessage, breadcrumbs[i].Message),
            };
        }

        return mapped;
    }

    private static IReadOnlyDictionary<string, string> MapTags<TMapper>(TMapper mapper, IReadOnlyDictionary<string, string> tags)
        where TMapper : ITextMapper
    {
        if (tags.Count == 0)
            return tags;
        var mapped = new Dictionary<string, string>(tags.Count, StringComparer.Ordinal);
        foreach (var (name, value) in tags)
        {
            if (name.Length > 0)
                mapped[mapper.Map(TextField.TagKey, name)] = value.Length == 0 ? value : mapper.MapTagValue(name, value);
        }

        return mapped;
    }

    private static IReadOnlyList<string> MapParts<TMapper>(TMapper mapper, IReadOnlyList<string> parts)
        where TMapper : ITextMapper
    {
        if (parts.Count == 0)
            return parts;
        var mapped = new string[parts.Count];
        for (var i = 0; i < mapped.Length; i++)
            mapped[i] = mapper.Map(TextField.FingerprintPart, parts[i]);
        return mapped;
    }
}
