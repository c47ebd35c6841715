using System.Globalization;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>
/// Windows' result codes, which say what went wrong, told from addresses by severity and facility
/// (https://learn.microsoft.com/openspecs/windows_protocols/ms-erref).
/// </summary>
internal static class ResultCodes
{
    private const int Digits = 8;

    /// <summary>The upper halves of codes: HRESULTs that failed, with their facility, and NTSTATUS codes that are errors.</summary>
    private static readonly ushort[] s_kinds =
    [
        0x8000, // null: E_FAIL, E_INVALIDARG of old
        0x8001, // RPC
        0x8002, // dispatch
        0x8003, // storage
        0x8004, // interfaces: class not registered
        0x8007, // Win32
        0x8009, // security, certificates
        0x800A, // controls, ADO
        0x800B, // trust
        0x800C, // Internet
        0x800D, // media
        0x800F, // setup
        0x8010, // smart cards
        0x8011, // COM+
        0x8013, // .NET
        0x8019, // HTTP
        0x801F, // filters
        0x8024, // Windows Update
        0x8028, // TPM
        0x8029, // TPM base services
        0x8031, // BitLocker
        0x803D, // web services
        0x8073, // packages
        0x8086, // telephony
        0x887A, // DXGI
        0x8876, // Direct3D 9
        0x8898, // imaging
        0x8899, // Direct2D
        0x8A15, // winget
        0xC000, // NTSTATUS
        0xC00D, // media, as NTSTATUS
        0xC014, // debugger
        0xC026, // graphics
        0xE043, // CLR exception
        0xE06D, // C++ exception
    ];

    /// <summary>Whether the text starts with such a code, <c>0x80070005</c>: eight digits, of a known kind, with a code in the lower half.</summary>
    public static bool StartsWith(ReadOnlySpan<char> text)
    {
        const int Length = 2 + Digits;
        return text.Length >= Length && text[0] == '0' && (text[1] is 'x' or 'X') && (text.Length == Length || !char.IsLetterOrDigit(text[Length]))
            && uint.TryParse(text[2..Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && IsKnown(code);
    }

    /// <summary>Whether a code is of a known kind and not only that kind.</summary>
    public static bool IsKnown(uint code)
    {
        var low = code & 0xFFFF;
        // Flags are often of the null facility; its codes are few.
        return low != 0 && Array.IndexOf(s_kinds, (ushort)(code >> 16)) >= 0 && (code >> 16 != 0x8000 || low is < 0x20 or (>= 0x4000 and < 0x4100) or 0xFFFF);
    }
}
