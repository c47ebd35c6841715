using System.Buffers;
using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Fingerprinting.Frames;

/// <summary>Tells the app's own frames from those of frameworks, libraries, extensions and the engine, by the tables beside this file.</summary>
internal static class InAppRules
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_namespaces =
        LibraryNamespaces.Roots.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> s_places = LibraryScripts.Places.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly SearchValues<string> s_parts = SearchValues.Create(LibraryScripts.Parts, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a .NET frame is the app's own.</summary>
    public static bool IsManagedInApp(string? type, string function)
    {
        if (type is null)
            return !function.StartsWith("lambda_method", StringComparison.Ordinal);
        var root = type.AsSpan();
        var dot = root.IndexOfAny('.', '+');
        if (s_namespaces.Contains(dot < 0 ? root : root[..dot]))
            return false;
        // What the compiler adds to every assembly, such as the throw of a switch that no case matched.
        if (type.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal))
            return false;
        foreach (var own in LibraryNamespaces.Own)
        {
            if (type.StartsWith(own, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>Whether a script frame is the app's own.</summary>
    public static bool IsScriptInApp(string? file)
    {
        if (file is null || s_places.Contains(file))
            return false;
        foreach (var scheme in LibraryScripts.Schemes)
        {
            if (file.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return !file.AsSpan().ContainsAny(s_parts);
    }
}
