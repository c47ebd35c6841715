using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

public sealed class CommandTableTests
{
    private const string Password = "blue" + "Kite" + "77";

    public static TheoryData<string> Lines => [.. CommandTable.Rows.Select(row => $"{row.Name}-v host {row.Flag}{(row.Attached ? "" : " ")}{Password}")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Redact_PasswordOfEveryCommand_Goes(string line)
    {
        foreach (var text in (string[])[line, $"ran: {line} and failed", $"one\n{line}\nthree"])
            Assert.DoesNotContain(Password, Redaction.Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql -h db.internal -u shop")]
    [InlineData("docker run -p 8080:80 shop")]
    [InlineData("az group list -p")]
    [InlineData("mkdir -p /srv/shop/images")]
    public void Redact_OtherFlagsOfTheSameLetter_Stay(string line) => Assert.Equal(line, Redaction.Of(line));
}
