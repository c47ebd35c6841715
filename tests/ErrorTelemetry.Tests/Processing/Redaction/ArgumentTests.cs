namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Passwords known by their place: arguments of calls, commands of protocols, dumps of values.</summary>
public class ArgumentTests
{
    private const string P = "blue" + "Kite" + "77";
    private const string W = "white" + "kitten";

    [Theory]
    [InlineData("#0 /app/Db.php(12): PDO->__construct('mysql:host=db;d...', 'root', '{s}')", W)]
    [InlineData("mysqli_connect(\"db\", \"root\", \"{s}\", \"shop\")", W)]
    [InlineData("ldap_bind($link, 'cn=joe', '{s}')", W)]
    [InlineData("exec sp_addlogin 'joe', '{s}'", W)]
    [InlineData("redis command failed: AUTH {s}", P)]
    [InlineData("HELLO 3 AUTH default {s} SETNAME x", P)]
    [InlineData("CONFIG SET requirepass {s}", P)]
    [InlineData("sent AUTH PLAIN {s}", "AGpvZQB3aGl0ZWtpdHRlbg==")]
    [InlineData("zip -P {s} a.zip b", W)]
    [InlineData("openssl enc -k {s} -in a", W)]
    [InlineData("user%5Bpassword%5D={s}&x=1", W)]
    [InlineData("/some?a=1&password%5B%5D={s}", W)]
    [InlineData("&{Name:joe Password:{s} Age:3}", W)]
    [InlineData("array(2) { [\"password\"]=> string(11) \"{s}\" }", W)]
    [InlineData("a:1:{s:8:\"password\";s:11:\"{s}\";}", W)]
    public void Redact_PasswordInItsPlace_IsGone(string text, string secret)
    {
        var redacted = Redaction.Of(text.Replace("\"{s}\"", $"\"{secret}\"", StringComparison.Ordinal).Replace("{s}", secret, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, redacted, StringComparison.Ordinal);
        Assert.Same(redacted, Redaction.Of(redacted));
    }

    [Theory]
    [InlineData("#0 /app/Db.php(12): PDO->__construct($dsn, $user, $pass)")]
    [InlineData("mysqli_connect(): (HY000/1045): Access denied")]
    [InlineData("PDO->__construct('sqlite::memory:')")]
    [InlineData("NOAUTH Authentication required")]
    [InlineData("ERR AUTH called without any password configured")]
    [InlineData("AUTH level is too low for this command")]
    [InlineData("zip -Pq a.zip b")]
    [InlineData("the password: use Token: none")]
    [InlineData("array(1) { [\"name\"]=> string(3) \"joe\" }")]
    [InlineData("a:1:{s:4:\"name\";s:3:\"joe\";}")]
    public void Redact_WhatOnlyLooksAlike_Survives(string text) => Assert.Equal(text, Redaction.Of(text));
}
