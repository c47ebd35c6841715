namespace ErrorTelemetry.Processing.Redaction;

public class TextRedactorTests
{
    private static readonly string Secret = "9fKx2LmQ" + "7vWzR4nB8";

    [Fact]
    public void Redact_AQueryValueOfTwoParts_LeavesNeither()
    {
        var redacted = Redaction.Of("GET https://shop.test/a?b=123456789012345|pQ7rT2uV9wXyZ4aB6cD8eF0gH1j failed | retry");

        Assert.DoesNotContain("pQ7rT2", redacted, StringComparison.Ordinal);
        Assert.EndsWith(" failed | retry", redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_RandomIds_Survive()
    {
        var ids = new ReportRedactor(new TextRedactor(new RedactionOptions()), []);
        var random = new Random(20261125);
        var bytes = new byte[16];
        for (var i = 0; i < 50_000; i++)
        {
            random.NextBytes(bytes);
            var id = new Guid(bytes);
            foreach (var text in (string[])[$"Order {id} is gone: /orders/{id:N}", $"app.{id.ToString("N")[..20]}.css", id.ToString().ToUpperInvariant()])
                Assert.Equal(text, Redaction.Of(text));
            Assert.False(ids.IsSecret(id.ToString()), $"An event with the id {id} would be lost.");
        }
    }

    [Theory]
    [InlineData("https://shop.example/orders?customer=Jane&page=2#top", "https://shop.example/orders?customer=&page=")]
    [InlineData("https://joe:pw123456@shop.example/a", "https://[redacted:url-credentials]@shop.example/a")]
    [InlineData("/orders/42?flag", "/orders/42?flag")]
    [InlineData("https://shop.example/users/jane@mail.example/edit", "https://shop.example/users/[redacted:email]/edit")]
    [InlineData("https://shop.example/reset-password/9fKx2LmQ7vWzR4nB8", "https://shop.example/reset-password/[redacted:url-token]")]
    [InlineData("https://shop.example/orders/3f2504e0-4f89-11d3-9a0c-0305e82c3301", "https://shop.example/orders/3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("https://shop.example/#/orders/5", "https://shop.example/")]
    public void RedactUrl_Address_KeepsPathAndKeysAlone(string url, string expected)
    {
        var redactor = new TextRedactor(new RedactionOptions());
        var once = redactor.RedactUrl(url, new RedactionCounts());
        Assert.Equal(expected, once);
        Assert.Equal(once, redactor.RedactUrl(once, new RedactionCounts()));
    }

    [Theory]
    [InlineData("password", "hunter2", "[redacted:password]")]
    [InlineData("user.apiKey", "k-123456", "[redacted:api-key]")]
    [InlineData("X-Auth-Token", "abc", "[redacted:token]")]
    [InlineData("email", "jane@mail.example", "[redacted:email]")]
    [InlineData("plan", "gold", "gold")]
    [InlineData("tokenType", "bearer", "bearer")]
    [InlineData("password", "[redacted:password]", "[redacted:password]")]
    [InlineData("orderId", "12345", "12345")]
    public void RedactValue_Name_DecidesOverItsValue(string name, string value, string expected) =>
        Assert.Equal(expected, new TextRedactor(new RedactionOptions()).RedactValue(name, value, new RedactionCounts()));

    [Fact]
    public void Redact_SeveralKinds_AreCountedByKind()
    {
        var (text, counts) = Redaction.Counted($"jane@mail.example and joe@mail.example used password={Secret}");
        Assert.Equal("[redacted:email] and [redacted:email] used password=[redacted:password]", text);
        Assert.Equal(2, counts["email"]);
        Assert.Equal(1, counts["password"]);
    }

    [Fact]
    public void Redact_TokenBehindName_SaysTheTokensKind()
    {
        var token = "ghp" + "_" + ShapeSampler.Sample("[A-Za-z0-9]{36}", 3);
        Assert.Equal("token=[redacted:github-token]", Redaction.Of($"token={token}"));
    }

    [Theory]
    [InlineData("    at load (https://shop.example/a.js?token=k9Mtd2gDcgG4:12:3)", "    at load (https://shop.example/a.js?token=[redacted:token]:12:3)")]
    [InlineData("load@https://shop.example/a.js?v=2&token=k9Mtd2gDcgG4:12:3", "load@https://shop.example/a.js?v=2&token=[redacted:token]:12:3")]
    [InlineData("token=k9Mtd2gDcgG4:12:3", "token=[redacted:token]")]
    public void Redact_QueryOfAFrame_KeepsLineAndColumn(string text, string expected) => Assert.Equal(expected, Redaction.Of(text));

    [Fact]
    public void Redact_HostsPattern_IsReplaced()
    {
        var options = new RedactionOptions();
        options.CustomPatterns.Add("shop_[A-Za-z0-9]{20,40}");
        var redactor = new TextRedactor(options);
        Assert.Equal("key [redacted:custom-pattern] used", redactor.Redact("key shop_abcdefghijklmnopqrstuvwx used", new RedactionCounts()));
    }

    [Theory]
    [InlineData("email", "jane@mail.example")]
    [InlineData("payment-card", "4111111111111111")]
    [InlineData("iban", "DE89370400440532013000")]
    [InlineData("us-ssn", "219-09-9999")]
    [InlineData("phone", "+49 30 90182000")]
    [InlineData("ip-address", "203.0.113.42")]
    [InlineData("mac-address", "00:1B:44:11:3A:B7")]
    [InlineData("user-name", "/home/jane/x")]
    [InlineData("url-credentials", "https://joe:pw123456@localhost/")]
    [InlineData("url-query", "https://shop.example/?a=1b2c3d")]
    [InlineData("bearer-token", "Bearer 9fKx2LmQ7vWzR4nB8")]
    [InlineData("basic-auth", "Basic am9lOnMzY3IzdA==")]
    public void Redact_PersonalOrSchemeDetector_FindsAndCanBeSwitchedOff(string id, string text)
    {
        var (redacted, counts) = Redaction.Counted($"it was {text} then");
        Assert.Contains($"[redacted:{id}]", redacted, StringComparison.Ordinal);
        Assert.Equal(1, counts[id]);
        Assert.Equal($"it was {text} then", Redaction.Without(id).Redact($"it was {text} then", new RedactionCounts()));
    }

    [Fact]
    public void Redact_PrivateKeySwitchedOff_Stays()
    {
        var text = "-----BEGIN PRIVATE " + "KEY-----\nabc\n-----END PRIVATE " + "KEY-----";
        Assert.Equal("[redacted:private-key]", Redaction.Of(text));
        Assert.Equal(text, Redaction.Without("private-key").Redact(text, new RedactionCounts()));
    }

    [Fact]
    public void RedactUrl_SegmentBehindInvite_CanBeSwitchedOff()
    {
        const string Url = "https://shop.example/invite/9fKx2LmQ7vWzR4nB8";
        Assert.Equal(Url, Redaction.Without("url-token").RedactUrl(Url, new RedactionCounts()));
    }
}
