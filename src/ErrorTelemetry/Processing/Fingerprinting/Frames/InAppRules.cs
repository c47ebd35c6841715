namespace ErrorTelemetry.Processing.Fingerprinting.Frames;

/// <summary>Tells the app's own frames from those of frameworks, libraries, extensions and the engine, by the tables beside this file.</summary>
internal static class InAppRules
{
    /// <summary>Whether a .NET frame is the app's own.</summary>
    public static bool IsManagedInApp(string? type, string function)
    {
        if (type is null)
            return !function.StartsWith("lambda_method", StringComparison.Ordinal);
        foreach (var prefix in LibraryNamespaces.Prefixes)
        {
            if (type.StartsWith(prefix, StringComparison.Ordinal) && (type.Length == prefix.Length || prefix[^1] == '.' || type[prefix.Length] == '.'))
                return false;
        }
        return true;
    }

    /// <summary>Whether a script frame is the app's own.</summary>
    public static bool IsScriptInApp(string? function, string? file)
    {
        if (file is null)
            return false;
        foreach (var place in LibraryScripts.Places)
        {
            if (file.Equals(place, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        foreach (var scheme in LibraryScripts.Schemes)
        {
            if (file.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        foreach (var part in LibraryScripts.Parts)
        {
            if (file.Contains(part, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }
}
