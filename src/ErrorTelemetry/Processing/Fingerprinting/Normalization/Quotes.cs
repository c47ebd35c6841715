namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>The pairs of quotation marks.</summary>
internal static class Quotes
{
    /// <summary>Whether a character opens a quoted text in some language.</summary>
    public static bool IsOpening(char c) => c is '"' or '\'' or '`' or '“' or '‘' or '«' or '„' or '‚' or '「';

    /// <summary>What closes a text that this mark opened.</summary>
    public static char Closing(char opening) => opening switch { '“' => '”', '‘' => '’', '«' => '»', '„' => '“', '‚' => '‘', '「' => '」', var same => same };
}
