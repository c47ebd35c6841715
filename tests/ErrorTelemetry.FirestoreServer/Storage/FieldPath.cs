using System.Text;

namespace ErrorTelemetry.Storage;

/// <summary>A dotted path into a document; segments that are no plain identifiers stand in backticks.</summary>
internal static class FieldPath
{
    public const string DocumentName = "__name__";

    public static IReadOnlyList<string> Parse(string path)
    {
        var segments = new List<string>();
        var position = 0;
        while (true)
        {
            segments.Add(position < path.Length && path[position] == '`' ? Quoted(path, ref position) : Plain(path, ref position));
            if (position == path.Length)
                return segments;
            if (path[position++] != '.')
                throw Refusal.InvalidArgument($"Invalid field path: {path}");
        }
    }

    private static string Plain(string path, ref int position)
    {
        var start = position;
        while (position < path.Length && path[position] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_' or (>= '0' and <= '9'))
            position++;
        if (position == start || char.IsAsciiDigit(path[start]))
            throw Refusal.InvalidArgument($"Invalid field path: {path}");
        return path[start..position];
    }

    private static string Quoted(string path, ref int position)
    {
        var segment = new StringBuilder();
        for (position++; position < path.Length; position++)
        {
            if (path[position] == '`')
            {
                position++;
                return segment.Length > 0 ? segment.ToString() : throw Refusal.InvalidArgument("A field path has an empty segment.");
            }

            if (path[position] == '\\' && position + 1 < path.Length)
                position++;
            segment.Append(path[position]);
        }

        throw Refusal.InvalidArgument($"Invalid field path: {path}");
    }
}
