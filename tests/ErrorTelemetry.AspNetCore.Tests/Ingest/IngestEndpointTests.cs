using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ErrorTelemetry.Ingest;

public sealed class IngestEndpointTests
{
    [Fact]
    public async Task Post_Report_IsDurableCountedAndAnswered()
    {
        await using var app = await StartAsync();
        var report = Some.Report();

        var response = await app.PostAsync(report);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        var answer = await JsonAsync(response);
        Assert.Equal(report.EventId, answer.GetProperty("eventId").GetString());
        Assert.Equal("recorded", answer.GetProperty("status").GetString());
        Assert.Equal(report.CorrelationId, answer.GetProperty("correlationId").GetString());
        Assert.Equal([report.CorrelationId], response.Headers.GetValues("x-correlation-id"));
        Assert.False(answer.TryGetProperty("reason", out _));

        var stored = await app.SingleEventAsync();
        Assert.Equal(answer.GetProperty("fingerprint").GetString(), stored.Fingerprint);
        Assert.Equal(report.EventId, stored.EventId);
        Assert.Equal(report.CorrelationId, stored.CorrelationId);
        Assert.Equal(ErrorMechanisms.OnError, stored.Mechanism);
    }

    [Fact]
    public async Task Post_SameEventIdAgain_IsADuplicateAndCountsOnce()
    {
        await using var app = await StartAsync();
        var report = Some.Report();
        await app.PostAsync(report);

        var answer = await JsonAsync(await app.PostAsync(report));

        Assert.Equal("duplicate", answer.GetProperty("status").GetString());
        var group = await app.Store.FindGroupAsync(answer.GetProperty("fingerprint").GetString()!, TestContext.Current.CancellationToken);
        Assert.Equal(1, group!.Count);
    }

    public static TheoryData<string, string, HttpStatusCode> BadBodies => new()
    {
        { "not JSON", "this is not JSON", HttpStatusCode.BadRequest },
        { "empty", "", HttpStatusCode.BadRequest },
        { "an array", "[]", HttpStatusCode.BadRequest },
        { "two documents", """{"eventId":"event-0001","message":"m"}{}""", HttpStatusCode.BadRequest },
        { "wrong types", """{"eventId":12345678,"message":{"a":1}}""", HttpStatusCode.BadRequest },
        { "no message", """{"eventId":"event-0001"}""", HttpStatusCode.BadRequest },
        { "null message", """{"eventId":"event-0001","message":null}""", HttpStatusCode.BadRequest },
        { "blank message", """{"eventId":"event-0001","message":" \u0000 "}""", HttpStatusCode.BadRequest },
        { "bad event id", """{"eventId":"<script>alert(1)</script>","message":"m"}""", HttpStatusCode.BadRequest },
        { "event id with line end", """{"eventId":"event-0001\n","message":"m"}""", HttpStatusCode.BadRequest },
        { "bad timestamp", """{"eventId":"event-0001","message":"m","timestamp":"yesterday"}""", HttpStatusCode.BadRequest },
        { "raw NUL", "{\"eventId\":\"event-0001\",\"message\":\"a\0b\"}", HttpStatusCode.BadRequest },
        { "NUL bytes only", "\0\0\0\0", HttpStatusCode.BadRequest },
        { "depth 1000", """{"eventId":"event-0001","message":"m","x":""" + new string('[', 1000) + new string(']', 1000) + "}", HttpStatusCode.BadRequest },
        { "depth 1000, not closed", """{"eventId":"event-0001","message":"m","x":""" + new string('[', 1000), HttpStatusCode.BadRequest },
        { "too large", """{"eventId":"event-0001","message":"m","stack":""" + '"' + new string('a', 65 * 1024) + "\"}", HttpStatusCode.RequestEntityTooLarge },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Post_BadBody_IsRefusedWithProblemDetailsAndStoresNothing(string name, string body, HttpStatusCode status)
    {
        await using var app = await StartAsync();

        var response = await app.PostAsync(body);

        Assert.Equal(status, response.StatusCode);
        await AssertProblemAsync(response, name);
        Assert.Empty(await app.EventsAsync());
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Post_BadBodyInChunks_IsRefusedAlike(string name, string body, HttpStatusCode status)
    {
        await using var app = await StartAsync();

        var response = await app.PostAsync(body, change: request => request.Headers.TransferEncodingChunked = true);

        Assert.Equal(status, response.StatusCode);
        await AssertProblemAsync(response, name);
        Assert.Empty(await app.EventsAsync());
    }

    [Fact]
    public async Task Post_InvalidUtf8_Is400()
    {
        await using var app = await StartAsync();
        byte[] body = [.. """{"eventId":"event-0001","message":"""u8, (byte)'"', 0xC3, 0x28, 0xFF, .. "\"}"u8];

        var response = await app.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertProblemAsync(response, "invalid UTF-8");
    }

    [Fact]
    public async Task Post_SeveralFaults_NamesEachUnderItsPointer()
    {
        await using var app = await StartAsync();

        var response = await app.PostAsync("""{"eventId":"x","stack":5,"tags":[]}""");

        var errors = (await JsonAsync(response)).GetProperty("errors");
        Assert.Equal(["/eventId", "/message", "/stack", "/tags"], errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.All(errors.EnumerateObject(), error => Assert.NotEmpty(error.Value[0].GetString()!));
    }

    [Fact]
    public async Task Post_ExactlyTheLimit_IsTaken()
    {
        await using var app = await StartAsync();
        const string start = """{"eventId":"event-0001","message":"m","stack":" """;
        var body = start + new string('a', ErrorLimits.BodyBytes - start.Length - 2) + "\"}";
        Assert.Equal(ErrorLimits.BodyBytes, Encoding.UTF8.GetByteCount(body));

        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(body)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync(body + " ")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync(body + " ", change: request => request.Headers.TransferEncodingChunked = true)).StatusCode);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.Accepted)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.Accepted)]
    [InlineData("APPLICATION/JSON;CHARSET=\"UTF-8\"", HttpStatusCode.Accepted)]
    [InlineData("text/plain", HttpStatusCode.Accepted)]
    [InlineData("text/plain;charset=UTF-8", HttpStatusCode.Accepted)]
    [InlineData("text/plain; charset=us-ascii", HttpStatusCode.Accepted)]
    [InlineData("application/json; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/html", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    public async Task Post_ContentType_IsJsonOrPlainTextInUtf8(string contentType, HttpStatusCode status)
    {
        await using var app = await StartAsync();
        var body = JsonSerializer.Serialize(Some.Report(), Json.ErrorTelemetryJson.Report);

        var response = await app.PostAsync(body, contentType);

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.Accepted)
            await AssertProblemAsync(response, contentType);
    }

    [Fact]
    public async Task Post_WithByteOrderMark_IsTaken()
    {
        await using var app = await StartAsync();
        byte[] body = [0xEF, 0xBB, 0xBF, .. JsonSerializer.SerializeToUtf8Bytes(Some.Report(), Json.ErrorTelemetryJson.Report)];

        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync(body)).StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    [InlineData("br, gzip")]
    public async Task Post_ContentEncoding_Is415(string encoding)
    {
        await using var app = await StartAsync();

        var response = await app.PostAsync("{}", change: request => request.Content!.Headers.TryAddWithoutValidation("Content-Encoding", encoding));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await AssertProblemAsync(response, encoding);
    }

    [Fact]
    public async Task AnyMethod_OtherThanPost_Is405()
    {
        await using var app = await StartAsync();

        var response = await app.GetAsync(TestApp.IngestPath);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["OPTIONS", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
        await AssertProblemAsync(response, "GET");
    }

    [Fact]
    public async Task Post_ServerOnlyMechanism_BecomesManual()
    {
        await using var app = await StartAsync();

        await app.PostAsync(Some.Report() with { Mechanism = ErrorMechanisms.Middleware });

        Assert.Equal(ErrorMechanisms.Manual, (await app.SingleEventAsync()).Mechanism);
    }

    [Theory]
    [InlineData(null, "curl/8")]
    [InlineData("from the report", "from the report")]
    public async Task Post_UserAgent_ComesFromTheHeaderWhereTheReportHasNone(string? reported, string stored)
    {
        await using var app = await StartAsync();

        await app.PostAsync(Some.Report() with { UserAgent = reported }, request => request.Headers.UserAgent.ParseAdd("curl/8"));

        Assert.Equal(stored, (await app.SingleEventAsync()).UserAgent);
    }

    [Fact]
    public async Task Post_HostileTexts_AreNotReflected()
    {
        await using var app = await StartAsync();

        var response = await app.PostAsync("""{"eventId":"<script>hostile","message":1,"tags":{"<img src=hostile>":5},"hostile<b>":{}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("hostile", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Off_Answers404AndStoresNothing()
    {
        await using var app = await StartAsync(("ErrorTelemetry:Enabled", "false"));

        var response = await app.PostAsync(Some.Report());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await AssertProblemAsync(response, "off");
        Assert.Empty(await app.EventsAsync());
    }

    [Fact]
    public async Task IngestPath_FromConfiguration_IsWhereTheEndpointLies()
    {
        await using var app = await StartAsync(("ErrorTelemetry:IngestPath", "/elsewhere"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync(Some.Report())).StatusCode);
        var response = await app.Client.PostAsJsonAsync("/elsewhere", Some.Report(), Json.ErrorTelemetryJson.Report, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Post_ManyAtOnce_AreAllRecorded()
    {
        await using var app = await StartAsync(("ErrorTelemetry:RateLimit:Enabled", "false"));

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => app.PostAsync(Some.Report())));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Accepted, response.StatusCode));
        var group = Assert.Single((await app.Store.QueryGroupsAsync(new GroupQuery(), TestContext.Current.CancellationToken)).Groups);
        Assert.Equal(200, group.Count);
    }

    internal static Task<TestApp> StartAsync(params (string Key, string Value)[] settings) =>
        TestApp.StartAsync(
            static app => app.MapErrorTelemetry(),
            builder => builder.Set(settings));

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>RFC 9457, with our correlation id in body and header.</summary>
    internal static async Task AssertProblemAsync(HttpResponseMessage response, string because)
    {
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", because);
        var problem = await JsonAsync(response);
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(problem.GetProperty("correlationId").GetString(), Assert.Single(response.Headers.GetValues("x-correlation-id")));
    }
}
