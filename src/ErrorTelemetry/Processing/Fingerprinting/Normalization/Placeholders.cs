namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>What a parameterised message holds in place of its values.</summary>
internal static class Placeholders
{
    public const string Int = "<int>";
    public const string Float = "<float>";
    public const string Hex = "<hex>";
    public const string Uuid = "<uuid>";
    public const string Date = "<date>";
    public const string Duration = "<duration>";
    public const string Size = "<size>";
    public const string Ip = "<ip>";
    public const string Mac = "<mac>";
    public const string Email = "<email>";
    public const string Url = "<url>";
    public const string Host = "<hostname>";
    public const string Path = "<path>";
    public const string Quoted = "<quoted>";
    public const string Json = "<json>";
    public const string Bool = "<bool>";
    public const string Version = "<version>";
    public const string Id = "<id>";
    public const string Value = "<value>";

    /// <summary>All of them; the docs list the same.</summary>
    public static readonly string[] All =
        [Int, Float, Hex, Uuid, Date, Duration, Size, Ip, Mac, Email, Url, Host, Path, Quoted, Json, Bool, Version, Id, Value];
}
