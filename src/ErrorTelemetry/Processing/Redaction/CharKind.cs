namespace ErrorTelemetry.Processing.Redaction;

/// <summary>What a character means to the walk.</summary>
internal enum CharKind : byte
{
    /// <summary>Nothing starts here.</summary>
    Plain = 0,

    /// <summary>A sign at which something may start or stand in the middle.</summary>
    Sign = 1,

    Lower = 2,
    Upper = 3,
    Digit = 4,
}
