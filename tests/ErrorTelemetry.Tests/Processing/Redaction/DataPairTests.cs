namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Plain words that are values because only data stands where they stand, and the same words in prose and code.</summary>
public class DataPairTests
{
    private const string W = "white" + "kitten";
    private const string D = "kitten" + "77";
    private const string Common = "pass" + "word";

    [Theory]
    [InlineData("posted a=1&session={s}&b=2", W)]
    [InlineData("posted auth={s}&b=2", W)]
    [InlineData("posted b=2&pass={s}", W)]
    [InlineData("bad setting PHPSESSID={s}", W)]
    [InlineData("connect.sid: {s}", W)]
    [InlineData("<pass>{s}</pass>", W)]
    [InlineData("pass={s}", W)]
    [InlineData("\"pw\" : {s}", W)]
    [InlineData("PASSWORD:{s}", "Kitten" + "String")]
    [InlineData("{\"token\":\"{s}\"}", "sec" + "ret")]
    [InlineData("{\"session\":\"{s}\"}", "sec" + "ret")]
    [InlineData("{\"user\":\"joe\",\"password\":\"{s}\"}", Common)]
    [InlineData("mysql_pwd: '{s}'", Common)]
    [InlineData("Server=db;Database=shop;Pwd={s};Encrypt=true", Common)]
    [InlineData("sent\ncookie: {s}\naccept: */*", D)]
    [InlineData("sent\nauthorization: {s}\naccept: */*", W)]
    [InlineData("sent\ncookie: {s}\naccept: */*", W)]
    [InlineData("{\"salt\":\"{s}\"}", "t0k" + "3n-4bc")]
    [InlineData("{\"shop_key\":\"{s}\"}", "Zx81" + "kQp22mN")]
    [InlineData("snmp_community: {s}", W)]
    [InlineData("community_strings: ['{s}1', '{s}2']", W)]
    [InlineData("{\"detail\": \"api_key: |\\n\\t\\t{s}\"}", W + W)]
    [InlineData("{\"detail\": \"password = @\\\"{s}\\\";\"}", W)]
    [InlineData("proxy joe:{s}@host:port", D)]
    [InlineData("token=Bearer {s}", "kiTTen" + "Whi")]
    [InlineData("C:/Documents and Settings/{s}/x", "jdoe")]
    [InlineData("access_id=\"{s}\"", "su9" + "OkittenA1")]
    [InlineData("bad sign={s}", "7c1e9a04" + "b25d6f38e0a7c4d192f6b853")]
    [InlineData("got ewog{s}", "ICJhbGciOiAiSFMyNTYiCn0" + ".eyJzdWIiOiJqb2UifQ.kittenkittenkitten")]
    public void Redact_WordInData_IsGone(string text, string secret)
    {
        var redacted = Redaction.Of(text.Replace("{s}", secret, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, redacted.Replace("[redacted:" + Common + "]", "", StringComparison.Ordinal).Replace("_pwd", "", StringComparison.Ordinal).Replace(Common + "\":", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Same(redacted, Redaction.Of(redacted));
    }

    [Fact]
    public void Redact_CertificateBundleInBase64_IsGone() =>
        Assert.DoesNotContain("kitten", Redaction.Of("cert MIIK" + "awIBAzCCCm" + "kitten0kitten0kitten0"), StringComparison.Ordinal);

    [Theory]
    [InlineData("acmetoken", "stripe")]
    [InlineData("pw", "")]
    [InlineData("ccv2", "")]
    public void RedactValue_ShortOrJoinedName_IsKnown(string name, string vendor) =>
        Assert.DoesNotContain(D, new TextRedactor(new RedactionOptions()).RedactValue(vendor.Length == 0 ? name : vendor + "token", D, new RedactionCounts()), StringComparison.Ordinal);

    [Theory]
    [InlineData("render(pass=shadow, x=1)")]
    [InlineData("this.pass=renderPass;")]
    [InlineData("if (a&&session&&b) return")]
    [InlineData("go?auth=basic&session=closed to begin")]
    [InlineData("{\"session\":\"new\",\"auth\":\"plain\",\"pass\":\"fog\"}")]
    [InlineData("{ username: username, password: password }")]
    [InlineData("{ secret: 'secret', token: 'token' }")]
    [InlineData("login(username=username, password=password)")]
    [InlineData("{\"type\":\"password\",\"name\":\"secret\"}")]
    [InlineData("Cookie: blocked by the browser")]
    [InlineData("authorization: disabled")]
    [InlineData("password: SecureString")]
    [InlineData("signIn=redirect sign_up=redirect sign=-1")]
    [InlineData("the community string was empty")]
    [InlineData("const TOKEN_ADDRESS = \"0xeee\"")]
    [InlineData("first pass=shadow, second pass=light")]
    public void Redact_WordElsewhere_Survives(string text) => Assert.Equal(text, Redaction.Of(text));
}
