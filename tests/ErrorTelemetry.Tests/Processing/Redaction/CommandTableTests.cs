using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

public sealed class CommandTableTests
{
    private const string Password = "blue" + "Kite" + "77";

    public static TheoryData<string> Lines => [.. CommandTable.Rows.Select(row => row.Word >= 0
        ? $"{row.Name}{string.Concat(Enumerable.Repeat("a ", row.Word))}{(row.Behind == '\0' ? "" : $"joe{row.Behind}")}{Password}"
        : $"{row.Name}-v host {row.Flag}{(row.Attached ? "" : " ")}{(row.Behind == '\0' ? "" : $"joe{row.Behind}")}{Password}")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Redact_PasswordOfEveryCommand_Goes(string line)
    {
        foreach (var text in (string[])[line, $"ran: {line} and failed", $"one\n{line}\nthree"])
            Assert.DoesNotContain(Password, Redaction.Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net use Z: \\\\files01\\share {s} /user:joe")]
    [InlineData("net use \\\\files01\\share /user:SHOP\\joe {s}")]
    [InlineData("sqlplus -S joe/{s}@//db.internal:1521/shop")]
    [InlineData("echo {s} | sudo -S systemctl restart shop")]
    [InlineData("echo -n \"{s}\" | docker login -u joe --password-stdin")]
    [InlineData("echo 'joe:{s}' | chpasswd")]
    public void Redact_PasswordAmongOtherWords_Goes(string line) =>
        Assert.DoesNotContain(Password, Redaction.Of(line.Replace("{s}", Password, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("net use failed with error 1219")]
    [InlineData("net user joe /add")]
    [InlineData("echo hello | grep h")]
    [InlineData("echo $PASSWORD | docker login --password-stdin")]
    [InlineData("smbclient -U joe //files01/share")]
    [InlineData("sqlplus joe@shop")]
    [InlineData("vault login failed")]
    [InlineData("cargo login again, please")]
    [InlineData("nuget push shop.nupkg")]
    [InlineData("mysql -h db.internal -u shop")]
    [InlineData("docker run -p 8080:80 shop")]
    [InlineData("az group list -p")]
    [InlineData("mkdir -p /srv/shop/images")]
    public void Redact_OtherFlagsOfTheSameLetter_Stay(string line) => Assert.Equal(line, Redaction.Of(line));
}
