using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>
/// Hashes that compilers append to the names of functions, anew in each build: Rust's <c>shop::cart::total::h1a2b3c4d5e6f7a8b</c>, also in its mangled form
/// (<c>_ZN4shop4cart5total17h1a2b3c4d5e6f7a8bE</c>), and Unity's <c>Cart_Total_m7486FA1E…</c> of 40 digits.
/// </summary>
internal static class BuildHashes
{
    private const int RustDigits = 16;
    private const int UnityDigits = 40;
    private const string Rust = "::h";
    private const string Mangled = "17h";
    private const string Unity = "_m";

    private static readonly SearchValues<char> s_upperHex = SearchValues.Create("0123456789ABCDEF");
    private static readonly SearchValues<char> s_lowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>The name as the source has it.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> name)
    {
        if (name.Length <= RustDigits + Rust.Length)
            return name;
        if (Ends(name, Rust))
            return name[..^(RustDigits + Rust.Length)];
        if (name.StartsWith("_ZN", StringComparison.Ordinal) && name[^1] == 'E' && Ends(name[..^1], Mangled))
            return name[..^(RustDigits + Mangled.Length + 1)];
        if (name.Length <= UnityDigits + Unity.Length)
            return name;
        for (var from = 0; name[from..].IndexOf(Unity, StringComparison.Ordinal) is >= 0 and var found; from += found + Unity.Length)
        {
            var digits = name[(from + found + Unity.Length)..];
            if (from + found > 0 && digits.Length >= UnityDigits && !digits[..UnityDigits].ContainsAnyExcept(s_upperHex))
                return name[..(from + found)];
        }
        return name;
    }

    private static bool Ends(ReadOnlySpan<char> name, string mark) =>
        name.Length > RustDigits + mark.Length && name[..^RustDigits].EndsWith(mark, StringComparison.Ordinal) && !name[^RustDigits..].ContainsAnyExcept(s_lowerHex);
}
