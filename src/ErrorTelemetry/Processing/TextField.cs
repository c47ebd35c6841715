namespace ErrorTelemetry.Processing;

/// <summary>Every text that a report holds. Whatever walks them walks all of them.</summary>
internal enum TextField
{
    Message,
    Type,
    Stack,
    Url,
    Route,
    Release,
    Environment,
    UserAgent,
    SessionId,
    CorrelationId,
    PageId,
    ComponentStack,
    CauseType,
    CauseMessage,
    CauseStack,
    BreadcrumbCategory,
    BreadcrumbMessage,
    TagKey,
    TagValue,
    FingerprintPart,
}
