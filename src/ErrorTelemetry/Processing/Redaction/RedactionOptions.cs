namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What redaction removes. Section <c>ErrorTelemetry:Redaction</c>.</summary>
public sealed class RedactionOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Redaction";

    /// <summary>Most names or patterns that a host may add.</summary>
    internal const int MaxAdded = 200;

    /// <summary>Longest added name, in UTF-16 units.</summary>
    internal const int MaxNameChars = 64;

    /// <summary>Ids of detectors that stay off, such as <c>ip-address</c>; the ids stand in <c>docs/redaction.md</c>. An unknown id is a fault at start. Default: none.</summary>
    public IList<string> DisabledDetectors { get; } = [];

    /// <summary>
    /// Names whose values go as a password's would (<c>[redacted:sensitive-name]</c>), such as <c>customer number</c>: a blank marks a joint, so that this also covers
    /// <c>customerNumber</c>, <c>customer_number</c> and <c>CUSTOMER-NUMBER</c>. ASCII letters, digits and single blanks, 2 to 64 UTF-16 units; at most 200. Default: none.
    /// </summary>
    public IList<string> SensitiveNames { get; } = [];

    /// <summary>
    /// Forms of the host's own tokens (<c>[redacted:custom-pattern]</c>), such as <c>shop_[A-Za-z0-9]{20,40}</c>: literals, <c>[…]</c>, <c>\d</c>, <c>\w</c> and the counts
    /// <c>{n}</c> and <c>{n,m}</c>; a dot is a dot. A form starts with at least two literal letters or digits. At most 200. Default: none.
    /// </summary>
    public IList<string> CustomPatterns { get; } = [];
}
