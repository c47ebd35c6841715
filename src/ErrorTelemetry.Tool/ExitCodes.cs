namespace ErrorTelemetry;

/// <summary>What the tool's exit code means.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Some groups failed, or what was asked for is not there.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>The store or GitHub cannot be reached.</summary>
    public const int Unreachable = 3;
}
