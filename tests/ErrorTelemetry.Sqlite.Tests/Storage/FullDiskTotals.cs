using System.Globalization;

namespace ErrorTelemetry.Storage;

/// <summary>What became of all errors of a <see cref="FullDiskHost"/> so far, and how it fared with those of the last line.</summary>
/// <param name="Reported">How many there were.</param>
/// <param name="Recorded">How many are durable.</param>
/// <param name="Discarded">How many were refused or dropped.</param>
/// <param name="WorkingSetMebibytes">How large the process is, after a collection.</param>
internal sealed record FullDiskTotals(long Reported, long Recorded, long Discarded, long WorkingSetMebibytes)
{
    public static FullDiskTotals Parse(string line) =>
        line.Split(' ').Select(static word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray() is [var reported, var recorded, var discarded, var workingSet]
            ? new FullDiskTotals(reported, recorded, discarded, workingSet)
            : throw new FormatException(line);
}
