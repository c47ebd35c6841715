using ErrorTelemetry.Processing.Fingerprinting.Stacks;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>A frame as grouping sees it: the same on every engine, build and machine, without line and column.</summary>
internal static class FrameNames
{
    /// <summary>What engines call code that has no name.</summary>
    private static readonly string[] s_anonymous =
        ["<anonymous>", "anonymous", "(anonymous function)", "(anonymous)", "eval", "eval code", "Eval code", "global code", "Global code", "module code", "Module code", "Function code", "Anonymous function", "?", "Unknown", "async"];

    /// <summary><c>label: Shop.Cart.Total</c> for a .NET frame, <c>label: checkout (app.js)</c> for a script's, <c>label: (app.js)</c> for one without a name.</summary>
    /// <returns>The component, or <see langword="null"/> where the frame says nothing.</returns>
    public static string? Normalize(ErrorFrame frame, string label, out bool named)
    {
        if (frame.Module is not null)
        {
            named = true;
            return string.Concat(label, ": ", TypeNames.Normalize(frame.Module), string.Concat(".", StableFunction(frame.Function)));
        }
        var function = ScriptFunction(frame.Function);
        named = !function.IsEmpty;
        // Engines differ in what they write in place of a built-in's script.
        var file = frame.File is null ? string.Empty : IsWasm(frame.File) ? "wasm" : StackText.IsPlaceless(frame.File) ? string.Empty : FileNames.Normalize(frame.File);
        if (file.Length == 0)
            return named ? $"{label}: {function}" : null;
        return named ? $"{label}: {function} ({file})" : $"{label}: ({file})";
    }

    /// <summary>A module of WebAssembly: its address, or what V8 makes of its content (<c>wasm://wasm/0002b1ca</c>); Safari writes neither.</summary>
    private static bool IsWasm(string file) =>
        file is "[wasm code]" || file.StartsWith("wasm:", StringComparison.Ordinal) || file.EndsWith(".wasm", StringComparison.Ordinal) || file.Contains(".wasm.", StringComparison.Ordinal) || file.EndsWith("> WebAssembly.Module", StringComparison.Ordinal);

    /// <summary>
    /// The part of a script function's name on which engines agree: V8 says <c>async Object.load [as run]</c> or <c>new Cart</c> where Firefox and
    /// Safari say <c>load</c> or <c>Cart</c>; an anonymous function is <c>Object.&lt;anonymous&gt;</c>, <c>outer/&lt;</c>, or nothing.
    /// </summary>
    private static ReadOnlySpan<char> ScriptFunction(ReadOnlySpan<char> name)
    {
        if (name.EndsWith("]", StringComparison.Ordinal) && name.LastIndexOf(" [as ", StringComparison.Ordinal) is > 0 and var alias)
            name = name[..alias];
        if (IsAnonymous(name))
            return default;
        if (name.StartsWith("<?>.wasm-function[", StringComparison.Ordinal))
            name = name["<?>.".Length..];
        name = BuildHashes.Without(name);
        // A WebAssembly function carries its parameters: "add(int) const".
        if (name.IndexOf('(') is > 0 and var parameters)
            name = name[..parameters];
        name = name[(name.LastIndexOf('/') + 1)..];
        if (name.EndsWith("<", StringComparison.Ordinal))
            return default;
        name = name[(name.LastIndexOf('.') + 1)..];
        name = name[(name.LastIndexOf(' ') + 1)..];
        // Safari puts the name in it, where the module has names.
        const string Wasm = "wasm-function[";
        if (name.StartsWith(Wasm, StringComparison.Ordinal))
            return name.Length > Wasm.Length + 1 && !char.IsAsciiDigit(name[Wasm.Length]) ? name[Wasm.Length..^1] : "wasm-function";
        return IsAnonymous(name) ? default : name;
    }

    private static bool IsAnonymous(ReadOnlySpan<char> name)
    {
        if (name.EndsWith("<anonymous>", StringComparison.Ordinal) || name.EndsWith("(anonymous function)", StringComparison.Ordinal))
            return true;
        foreach (var word in s_anonymous)
        {
            if (name.SequenceEqual(word))
                return true;
        }
        return false;
    }

    /// <summary>Drops the numbers that the F# compiler puts behind an <c>@</c>.</summary>
    private static string StableFunction(string? function)
    {
        if (function is null)
            return string.Empty;
        var at = function.IndexOf('@');
        return at > 0 ? function[..at] : function;
    }
}
