using System.Globalization;

namespace ErrorTelemetry.Processing.Validation;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-22T10:00:00.0000000Z")]
    [InlineData("2026-11-22t10:00:00z", "2026-11-22T10:00:00.0000000Z")]
    [InlineData("2026-11-22 10:00:00Z", "2026-11-22T10:00:00.0000000Z")]
    [InlineData("2026-11-22T10:00:00.5Z", "2026-11-22T10:00:00.5000000Z")]
    [InlineData("2026-11-22T10:00:00.123456789Z", "2026-11-22T10:00:00.1234567Z")]
    [InlineData("2026-11-22T10:00:00+01:30", "2026-11-22T08:30:00.0000000Z")]
    [InlineData("2026-11-22T10:00:00-23:59", "2026-11-23T09:59:00.0000000Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.0000000Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000Z")]
    public void TryParse_Valid_GivesUtc(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(text, out var utc));
        Assert.Equal(expected, utc.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-22T10:00:00")]
    [InlineData("2026-11-22T10:00Z")]
    [InlineData("2026-11-22T10:00:00.Z")]
    [InlineData("2026-13-22T10:00:00Z")]
    [InlineData("2026-02-29T10:00:00Z")]
    [InlineData("2026-11-22T24:00:00Z")]
    [InlineData("2026-11-22T10:60:00Z")]
    [InlineData("2026-11-22T10:00:00+0100")]
    [InlineData("2026-11-22T10:00:00+24:00")]
    [InlineData("2026-11-22T10:00:00Z\n")]
    [InlineData("0001-01-01T00:00:00+23:00")]
    [InlineData("+026-11-22T10:00:00Z")]
    [InlineData("1764000000000")]
    [InlineData("Sun, 22 Nov 2026 10:00:00 GMT")]
    public void TryParse_Invalid_IsRefused(string text) => Assert.False(Rfc3339.TryParse(text, out _));
}
