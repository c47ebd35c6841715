namespace ErrorTelemetry.Processing.Truncation;

/// <summary>How long each text may be.</summary>
internal static class TextLimits
{
    public static int Of(TextField field) => field switch
    {
        TextField.Message or TextField.CauseMessage => ErrorLimits.MessageChars,
        TextField.Type or TextField.CauseType => ErrorLimits.TypeChars,
        TextField.Stack or TextField.CauseStack => ErrorLimits.StackChars,
        TextField.Url or TextField.Route => ErrorLimits.UrlChars,
        TextField.UserAgent => ErrorLimits.UserAgentChars,
        TextField.ComponentStack => ErrorLimits.ComponentStackChars,
        TextField.BreadcrumbCategory or TextField.BreadcrumbMessage => ErrorLimits.BreadcrumbChars,
        TextField.TagKey => ErrorLimits.TagKeyChars,
        TextField.TagValue => ErrorLimits.TagValueChars,
        TextField.FingerprintPart => ErrorLimits.FingerprintPartChars,
        TextField.Release or TextField.Environment or TextField.SessionId or TextField.CorrelationId or TextField.PageId => ErrorLimits.IdChars,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A new text needs its limit here."),
    };
}
