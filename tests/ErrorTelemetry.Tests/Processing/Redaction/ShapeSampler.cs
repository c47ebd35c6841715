using System.Globalization;
using System.Text;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Makes a text of a token's form, so that no token stands in this repository. Equal seeds make equal texts.</summary>
internal static class ShapeSampler
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    public static string Sample(string form, int seed, char? filler = null)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = 0; i < form.Length;)
        {
            var set = ReadSet(form, ref i);
            var (min, max) = ReadCount(form, ref i);
            var count = random.Next(min, Math.Min(max, min + 6) + 1);
            for (var k = 0; k < count; k++) text.Append(set.Length > 1 && filler is { } c && set.Contains(c, StringComparison.Ordinal) ? c : set[random.Next(set.Length)]);
        }

        return text.ToString();
    }

    private static string ReadSet(string form, ref int i)
    {
        if (form[i] == '[')
        {
            var close = form.IndexOf(']', i);
            var inside = form[(i + 1)..close];
            i = close + 1;
            return Expand(inside);
        }

        if (form[i] != '\\') return form[i++].ToString();
        i += 2;
        return form[i - 1] is 'd' or 'w' ? Expand(form[(i - 2)..i]) : form[i - 1].ToString();
    }

    private static string Expand(string ranges)
    {
        var set = new StringBuilder();
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i] == '\\') set.Append(ranges[++i] == 'd' ? Digits : ranges[i] == 'w' ? Letters + Digits + "_" : ranges[i].ToString());
            else if (i + 2 < ranges.Length && ranges[i + 1] == '-')
            {
                for (var c = ranges[i]; c <= ranges[i + 2]; c++) set.Append(c);
                i += 2;
            }
            else set.Append(ranges[i]);
        }

        // Signs at a token's end or start could belong to the text around it: letters and digits first.
        var plain = string.Concat(set.ToString().Where(char.IsAsciiLetterOrDigit));
        return plain.Length > 0 ? plain : set.ToString();
    }

    private static (int Min, int Max) ReadCount(string form, ref int i)
    {
        if (i >= form.Length || form[i] != '{') return (1, 1);
        var close = form.IndexOf('}', i);
        var parts = form[(i + 1)..close].Split(',');
        i = close + 1;
        var min = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return (min, parts.Length == 1 ? min : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
