using System.Globalization;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>Reads the timestamps of RFC 3339 §5.6, which is stricter about offsets and looser about fractions than ISO parsers are.</summary>
internal static class Rfc3339
{
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't' or ' ') || text[13] != ':' || text[16] != ':')
            return false;
        if (!Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)
            || !Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || !Number(text[17..19], out var second))
            return false;

        var rest = text[19..];
        long ticks = 0;
        if (rest[0] == '.')
        {
            var digits = 0;
            while (digits + 1 < rest.Length && char.IsAsciiDigit(rest[digits + 1]))
                digits++;
            if (digits == 0)
                return false;
            for (var i = 0; i < 7; i++)
                ticks = (ticks * 10) + (i < digits ? rest[i + 1] - '0' : 0);
            rest = rest[(digits + 1)..];
        }

        if (!TryOffset(rest, out var offset))
            return false;
        // A leap second is valid; no .NET clock has one.
        if (second == 60)
            second = 59;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;

        var total = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + ticks - offset.Ticks;
        if (total < DateTime.MinValue.Ticks || total > DateTime.MaxValue.Ticks)
            return false;
        utc = new DateTimeOffset(total, TimeSpan.Zero);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
            return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !Number(text[1..3], out var hours) || !Number(text[4..6], out var minutes) || hours > 23 || minutes > 59)
            return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == '-')
            offset = -offset;
        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
