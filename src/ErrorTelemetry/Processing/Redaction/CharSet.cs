namespace ErrorTelemetry.Processing.Redaction;

/// <summary>A set of ASCII characters in two words; nothing outside ASCII is ever in it.</summary>
internal readonly struct CharSet
{
    private readonly ulong _low;
    private readonly ulong _high;

    /// <param name="ranges">The inside of a regular expression's class: <c>A-Za-z0-9_-</c>; <c>\d</c> and <c>\w</c> are known, a <c>-</c> that means itself stands last.</param>
    public CharSet(ReadOnlySpan<char> ranges)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            var c = ranges[i];
            if (c == '\\')
            {
                var inner = ranges[++i] switch { 'd' => "0-9", 'w' => "A-Za-z0-9_", _ => null };
                var set = inner is null ? default : new CharSet(inner);
                _low |= set._low;
                _high |= set._high;
                if (inner is not null) continue;
                c = ranges[i];
            }

            var last = i + 2 < ranges.Length && ranges[i + 1] == '-' ? ranges[i += 2] : c;
            for (int x = c; x <= last; x++)
            {
                if (x < 64) _low |= 1UL << x;
                else _high |= 1UL << (x - 64);
            }
        }
    }

    public bool Contains(char c) => c < 128 && (((c < 64 ? _low : _high) >> (c & 63)) & 1) != 0;
}
