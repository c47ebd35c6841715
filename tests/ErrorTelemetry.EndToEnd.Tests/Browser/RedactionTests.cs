namespace ErrorTelemetry.Browser;

[Trait("Category", "Slow")]
public sealed class RedactionTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P";

    /// <summary>A text, what must not leave the page, and what should be left of the text.</summary>
    public static TheoryData<string, string, string> Secrets => new()
    {
        { "401 for Authorization: Bearer abcdef0123456789", "abcdef0123456789", "401 for Authorization: " },
        { $"token {Jwt} expired", Jwt[..20], "token [redacted:jwt] expired" },
        { "login failed: password=hunter2!x&user=7", "hunter2", "login failed: password=[redacted:secret]&user=7" },
        { """{"password":"my long secret","id":1}""", "long secret", """{"password":[redacted:secret],"id":1}""" },
        { "client_secret: s3cr3tvalue", "s3cr3tvalue", "client_secret: [redacted:secret]" },
        { "x-api-key=AAAA-BBBB", "AAAA-BBBB", "x-api-key=[redacted:secret]" },
        { "Cookie: a=1; sid=deadbeef", "deadbeef", "Cookie: [redacted:secret]" },
        { "mail to jane.doe+x@mail.example.com bounced", "jane.doe", "mail to [redacted:email] bounced" },
        { "GET https://joe:pa55@host.example/x failed", "pa55", "GET https://[redacted:secret]@host.example/x failed" },
        { "GET https://host.example/x?code=s3cr3t#frag failed", "s3cr3t", "GET https://host.example/x failed" },
        { "at f (https://host.example/a.js?v=s3cr3t:10:5)", "s3cr3t", "at f (https://host.example/a.js:10:5)" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task Secret_InAMessage_NeverLeavesThePage(string text, string secret, string left)
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("text => errorTelemetry.report(new Error(text))", text);

        var received = Assert.Single(await ReportsAsync(page));
        Assert.DoesNotContain(secret, received.Body, StringComparison.Ordinal);
        Assert.StartsWith(left, received.Report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_Anywhere_NeverLeavesThePage()
    {
        Host.Serve("/reset/jane@example.com", Pages.WithModule());
        var page = await OpenAsync(path: "/reset/jane@example.com");

        await page.EvaluateAsync("""
            history.pushState(null, '', '?token=s3cr3t#s3cr3t');
            const error = new Error('outer', { cause: new Error('password=s3cr3t') });
            error.stack += '\n    at g (https://x.example/a.js?key=s3cr3t:1:2)';
            errorTelemetry.addBreadcrumb('app', 'api_key=s3cr3t');
            console.error({ password: 's3cr3t' });
            errorTelemetry.report(error, { tags: { password: 's3cr3t', note: 'token=s3cr3t' }, componentStack: 'secret=s3cr3t' });
            """);

        var received = Assert.Single(await ReportsAsync(page));
        Assert.DoesNotContain("s3cr3t", received.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("jane@", received.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", received.Referer ?? "", StringComparison.Ordinal);
        Assert.Equal("[redacted:secret]", received.Report.Tags["password"]);
    }

    [Fact]
    public async Task Secret_AcrossTheCut_IsNotLeftInHalf()
    {
        var page = await OpenAsync();

        await page.EvaluateAsync($"errorTelemetry.report(new Error('x '.repeat(990) + '{Jwt}')); errorTelemetry.report(new Error('y '.repeat(3995) + '{Jwt}'))");

        foreach (var received in await ReportsAsync(page))
        {
            Assert.DoesNotContain("eyJ", received.Body, StringComparison.Ordinal);
            Assert.InRange(received.Report.Message.Length, 1, ErrorLimits.MessageChars);
        }
    }

    [Theory]
    [InlineData("Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON")]
    [InlineData("Cannot read properties of undefined (reading 'cookies')")]
    [InlineData("at https://cdn.example/npm/vue@3.4.21/dist/vue.js:10:5")]
    [InlineData("render@https://shop.example/app.js:10:5")]
    public async Task Text_WithoutASecret_StaysAsItIs(string text)
    {
        var page = await OpenAsync();

        await page.EvaluateAsync("text => errorTelemetry.report(new Error(text))", text);

        Assert.Equal(text, (await OnlyReportAsync(page)).Message);
    }

    /// <summary>Texts at which a careless pattern would take minutes; cut where the module looks at all of it.</summary>
    [Theory]
    [InlineData("'a'")]
    [InlineData("'a@'")]
    [InlineData("'a.'")]
    [InlineData("'https://'")]
    [InlineData("'https:'")]
    [InlineData("'://h?:1:1:1'")]
    [InlineData("'://h?\"'")]
    [InlineData("'token='")]
    [InlineData("'token\"'")]
    [InlineData("'token \\t'")]
    [InlineData("'eyJaaaaaa.'")]
    [InlineData("'bearer '")]
    [InlineData("'cookie: '")]
    [InlineData("' '")]
    [InlineData("'\\n'")]
    [InlineData("'\ud800'")]
    public async Task Text_MadeToBeSlow_IsNot(string text)
    {
        var page = await OpenAsync();

        var milliseconds = await page.EvaluateAsync<double>($$"""
            async () => {
                const run = (length) => {
                    const error = new Error({{text}}.repeat(length / {{text}}.length));
                    error.stack = error.message;
                    Promise.reject(error);
                };
                const start = performance.now();
                run(63000);
                run(4000000);
                await new Promise(done => setTimeout(done));
                return performance.now() - start;
            }
            """);

        Assert.InRange(milliseconds, 0, 5_000);
        Assert.NotEmpty(await ReportsAsync(page));
    }
}
