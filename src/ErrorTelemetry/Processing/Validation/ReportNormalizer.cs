namespace ErrorTelemetry.Processing.Validation;

/// <summary>Makes a valid report believable: believable time and mechanism, bounded lists, printable texts, and what the host knows better.</summary>
internal static class ReportNormalizer
{
    public static ErrorReport Normalize(ErrorReport report, ReportSource source, DateTimeOffset receivedAt, ErrorTelemetryOptions host)
    {
        report = ReportTexts.Map(report, default(Sanitizer));
        return report with
        {
            Message = TextSanitizer.IsBlank(report.Message) ? report.Type ?? "(no message)" : report.Message,
            Mechanism = Mechanism(report.Mechanism, source),
            Timestamp = Timestamp(report.Timestamp, receivedAt),
            Release = report.Release ?? host.Release,
            Environment = report.Environment ?? host.Environment,
            Causes = First(report.Causes, ErrorLimits.CauseCount),
            Breadcrumbs = Last(report.Breadcrumbs, ErrorLimits.BreadcrumbCount),
            Tags = First(report.Tags, ErrorLimits.TagCount),
            Fingerprint = First(report.Fingerprint, ErrorLimits.FingerprintPartCount),
        };
    }

    /// <summary>A client may not pass for the server, nor invent mechanisms.</summary>
    private static string Mechanism(string? claimed, ReportSource source)
    {
        if (claimed is null)
            return ErrorMechanisms.Manual;
        if (ErrorMechanisms.ClientClaimable.Contains(claimed))
            return claimed;
        return source == ReportSource.Server && ErrorMechanisms.ServerOnly.Contains(claimed) ? claimed : ErrorMechanisms.Manual;
    }

    private static DateTimeOffset Timestamp(DateTimeOffset? claimed, DateTimeOffset receivedAt)
    {
        var time = claimed is { } t && t <= receivedAt && receivedAt - t <= TimeSpan.FromHours(ErrorLimits.TimestampAgeHours) ? t : receivedAt;
        time = time.ToUniversalTime();
        // Stores keep milliseconds; an event must read the same before and after.
        return new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    private static IReadOnlyList<T> First<T>(IReadOnlyList<T> list, int count) =>
        list.Count <= count ? list : [.. list.Take(count)];

    private static IReadOnlyList<T> Last<T>(IReadOnlyList<T> list, int count) =>
        list.Count <= count ? list : [.. list.Skip(list.Count - count)];

    private static IReadOnlyDictionary<string, string> First(IReadOnlyDictionary<string, string> tags, int count) =>
        tags.Count <= count ? tags : tags.Take(count).ToDictionary(StringComparer.Ordinal);

    private readonly struct Sanitizer : ITextMapper
    {
        public string Map(TextField field, string text) => TextSanitizer.Sanitize(text);

        public string MapTagValue(string name, string value) => TextSanitizer.Sanitize(value);
    }
}
