using System.Globalization;

namespace ErrorTelemetry.Deciding;

/// <summary>A release name that is a version: two to four numbers, optionally a leading <c>v</c>, a pre-release and build metadata (semver.org, 2.0.0 §9 to §11).</summary>
internal sealed class ReleaseVersion : IComparable<ReleaseVersion>
{
    private readonly long[] _numbers;
    private readonly string[] _preRelease;

    private ReleaseVersion(long[] numbers, string[] preRelease) => (_numbers, _preRelease) = (numbers, preRelease);

    public static ReleaseVersion? TryParse(string text)
    {
        var value = text.Trim();
        // "shop@1.4.2" is how some build scripts name releases.
        value = value[(value.LastIndexOf('@') + 1)..];
        if (value.StartsWith('v') || value.StartsWith('V'))
            value = value[1..];
        value = value.Split('+', 2)[0];
        var halves = value.Split('-', 2);
        var parts = halves[0].Split('.');
        if (parts.Length is < 2 or > 4)
            return null;
        var numbers = new long[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 15 || !long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        return new ReleaseVersion(numbers, halves.Length == 1 ? [] : halves[1].Split('.'));
    }

    public int CompareTo(ReleaseVersion? other)
    {
        if (other is null)
            return 1;
        var order = _numbers.AsSpan().SequenceCompareTo(other._numbers);
        if (order != 0 || (_preRelease.Length == 0 && other._preRelease.Length == 0))
            return order;
        if (_preRelease.Length == 0 || other._preRelease.Length == 0)
            return _preRelease.Length == 0 ? 1 : -1;
        for (var i = 0; i < Math.Min(_preRelease.Length, other._preRelease.Length); i++)
        {
            order = ComparePart(_preRelease[i], other._preRelease[i]);
            if (order != 0)
                return order;
        }

        return _preRelease.Length.CompareTo(other._preRelease.Length);
    }

    private static int ComparePart(string left, string right)
    {
        var leftIsNumber = long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = long.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        return (leftIsNumber, rightIsNumber) switch
        {
            (true, true) => leftNumber.CompareTo(rightNumber),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(left, right),
        };
    }
}
