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
        // Compiled expressions, and the stubs of reflection: "InvokeStub_Cart.Total(Object, Object, IntPtr*)".
        if (function.StartsWith("lambda_method", StringComparison.Ordinal) || (type ?? "").StartsWith("InvokeStub_", StringComparison.Ordinal))
            return false;
        if (type is null)
            return true;
        var root = type.AsSpan();
        var dot = root.IndexOfAny('.', '+');
        if (s_namespaces.Contains(dot < 0 ? root : root[..dot]))
            return false;
        // What the compiler adds to every assembly, such as the throw of a switch that no case matched.
        if (type.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) || type.StartsWith("<StartupCode$FSharp", StringComparison.Ordinal))
            return false;
        // Mono's thunks: "(wrapper delegate-invoke) <Module>.invoke_void (intptr)".
        if (type is "<Module>" && (function.StartsWith("invoke_", StringComparison.Ordinal) || function.StartsWith("runtime_invoke_", StringComparison.Ordinal)))
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
        var address = WithoutEnvironment(file);
        foreach (var scheme in LibraryScripts.Schemes)
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return !address.ContainsAny(s_parts) && !(address.IndexOfAny('/', '\\') < 0 && IsLibraryName(address));
    }

    /// <summary>React says in which environment a component of the server ran, <c>about://React/Server/file:///srv/app.js</c>.</summary>
    private static ReadOnlySpan<char> WithoutEnvironment(ReadOnlySpan<char> file)
    {
        const string React = "://React/";
        var mark = file.StartsWith("about", StringComparison.Ordinal) || file.StartsWith("rsc", StringComparison.Ordinal) ? file.IndexOf(React, StringComparison.Ordinal) : -1;
        if (mark is not (3 or 5))
            return file;
        var address = file[(mark + React.Length)..];
        return address[(address.IndexOf('/') + 1)..];
    }

    /// <summary>A bare name, as a source map gives it, has no folder before it: <c>zone.js</c>.</summary>
    private static bool IsLibraryName(ReadOnlySpan<char> name)
    {
        foreach (var part in LibraryScripts.Parts)
        {
            if (part.Length > 2 && part[0] == '/' && part[1] != '/' && name.StartsWith(part.AsSpan(1), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
