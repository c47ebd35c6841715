namespace ErrorTelemetry;

/// <summary>How much of each field is kept. <c>…Chars</c> counts UTF-16 units, the closing <c>…</c> of a cut text included.</summary>
public static class ErrorLimits
{
    /// <summary>Longest body of the ingest endpoint, decoded, in bytes (64 KiB).</summary>
    public const int BodyBytes = 64 * 1024;

    /// <summary>Deepest nesting of a report's JSON.</summary>
    public const int JsonDepth = 16;

    /// <summary>Longest message.</summary>
    public const int MessageChars = 2_000;

    /// <summary>Longest type name.</summary>
    public const int TypeChars = 256;

    /// <summary>Longest stack text, a cause's included.</summary>
    public const int StackChars = 16_000;

    /// <summary>Longest component stack.</summary>
    public const int ComponentStackChars = 4_000;

    /// <summary>Longest address or route.</summary>
    public const int UrlChars = 2_000;

    /// <summary>Longest user agent.</summary>
    public const int UserAgentChars = 512;

    /// <summary>Longest release, environment, session id, page id and correlation id.</summary>
    public const int IdChars = 128;

    /// <summary>Most causes.</summary>
    public const int CauseCount = 5;

    /// <summary>Most breadcrumbs.</summary>
    public const int BreadcrumbCount = 30;

    /// <summary>Longest breadcrumb message or category.</summary>
    public const int BreadcrumbChars = 256;

    /// <summary>Most tags.</summary>
    public const int TagCount = 20;

    /// <summary>Longest tag name.</summary>
    public const int TagKeyChars = 64;

    /// <summary>Longest tag value.</summary>
    public const int TagValueChars = 256;

    /// <summary>Most parts of a custom fingerprint.</summary>
    public const int FingerprintPartCount = 10;

    /// <summary>Longest part of a custom fingerprint.</summary>
    public const int FingerprintPartChars = 128;

    /// <summary>Longest title of a group.</summary>
    public const int TitleChars = 256;

    /// <summary>Longest text of a server report that redaction looks at; the rest is cut before.</summary>
    public const int RawTextChars = 64 * 1024;

    /// <summary>Oldest client timestamp that is believed, in hours; an older one is replaced by the time of receipt.</summary>
    public const int TimestampAgeHours = 24;

    /// <summary>Most mechanisms, and most environments, that a group lists.</summary>
    public const int GroupListCount = 10;

    /// <summary>Most releases that a group lists.</summary>
    public const int GroupReleaseCount = 20;

    /// <summary>Most correlation ids that a group lists.</summary>
    public const int GroupCorrelationIdCount = 5;

    /// <summary>Largest page of a query.</summary>
    public const int QueryPageCount = 500;

    /// <summary>How long the id of an event that was only counted is remembered, in hours.</summary>
    public const int CountedIdHours = 25;
}
