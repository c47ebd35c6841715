namespace ErrorTelemetry.Configuration;

/// <summary>The process's environment variables, behind a seam so that tests need not change those of the whole process.</summary>
internal sealed class EnvironmentVariables(Func<string, string?> read)
{
    public const string Enabled = "TELEMETRY_ENABLED";
    public const string ServerErrors = "TELEMETRY_SERVER_ERRORS";

    /// <summary>The value, or <see langword="null"/> where it is unset or empty.</summary>
    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;

    /// <summary>Reads a switch: <c>true</c>, <c>1</c>, <c>false</c> or <c>0</c>, in any case.</summary>
    /// <returns><see langword="false"/> if there is a value that is none of these.</returns>
    public bool TryGetFlag(string name, out bool? flag)
    {
        flag = this[name]?.Trim().ToLowerInvariant() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => null,
        };
        return flag is not null || this[name] is null;
    }
}
