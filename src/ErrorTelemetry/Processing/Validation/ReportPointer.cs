using System.Globalization;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>Where in a report a value stands, as a JSON pointer (RFC 6901). Becomes text only where the value is faulty.</summary>
/// <param name="Path">The member of the report, such as <c>/causes</c>.</param>
/// <param name="Index">The entry of a list, or -1.</param>
/// <param name="Member">The member of the entry, such as <c>/stack</c>; empty for the entry itself.</param>
internal readonly record struct ReportPointer(string Path, int Index = -1, string Member = "")
{
    public static implicit operator ReportPointer(string path) => new(path);

    public override string ToString() => Index < 0 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}/{Index}{Member}");
}
