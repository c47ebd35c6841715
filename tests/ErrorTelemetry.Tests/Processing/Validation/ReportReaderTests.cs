using System.Buffers;
using System.Text;

namespace ErrorTelemetry.Processing.Validation;

public sealed class ReportReaderTests
{
    private const string Minimal = """{"eventId":"8f14e45f-1234","message":"boom"}""";

    [Fact]
    public void Read_EveryMember_IsTaken()
    {
        var report = Accept("""
            { "eventId": "8f14e45f-1234", "message": "boom", "type": "TypeError", "stack": "raw", "mechanism": "onerror", "handled": true,
              "timestamp": "2026-11-22T10:00:00Z", "url": "https://shop.example/", "route": "/orders/{id}", "release": "1.4.2", "environment": "production",
              "userAgent": "UA", "sessionId": "s", "correlationId": "correlation-1", "pageId": "page-0001", "componentStack": "at App",
              "causes": [{"type":"A","message":"b","stack":"c"}],
              "breadcrumbs": [{"timestamp":"2026-11-22T09:59:00Z","category":"navigation","message":"/"}],
              "tags": {"k":"v"}, "fingerprint": ["{{default}}","checkout"] }
            """);

        Assert.Equal("boom", report.Message);
        Assert.Equal("TypeError", report.Type);
        Assert.Equal("raw", report.Stack);
        Assert.Equal("onerror", report.Mechanism);
        Assert.True(report.Handled);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), report.Timestamp);
        Assert.Equal("https://shop.example/", report.Url);
        Assert.Equal("/orders/{id}", report.Route);
        Assert.Equal("1.4.2", report.Release);
        Assert.Equal("production", report.Environment);
        Assert.Equal("UA", report.UserAgent);
        Assert.Equal("s", report.SessionId);
        Assert.Equal("correlation-1", report.CorrelationId);
        Assert.Equal("page-0001", report.PageId);
        Assert.Equal("at App", report.ComponentStack);
        Assert.Equal(new ErrorCause("A", "b", "c"), Assert.Single(report.Causes));
        Assert.Equal("navigation", Assert.Single(report.Breadcrumbs).Category);
        Assert.Equal("v", report.Tags["k"]);
        Assert.Equal(["{{default}}", "checkout"], report.Fingerprint);
    }

    [Fact]
    public void Read_UnknownMembersAndNulls_AreAsAbsent()
    {
        var report = Accept("""{"eventId":"8f14e45f-1234","message":"boom","stack":null,"handled":null,"timestamp":null,"causes":null,"tags":{"a":null},"future":{"deep":[1,2,{"x":null}]}}""");

        Assert.Null(report.Stack);
        Assert.Null(report.Timestamp);
        Assert.Empty(report.Causes);
        Assert.Empty(report.Tags);
    }

    [Fact]
    public void Read_SeveralFaults_ListsThemAllAtOnce()
    {
        var faults = Refuse("""{"eventId":"no","type":5,"handled":"yes","timestamp":"yesterday","causes":{},"breadcrumbs":[7],"tags":{"a":1},"fingerprint":[{}]}""");

        Assert.Equal(
            ["/breadcrumbs/0", "/causes", "/eventId", "/fingerprint/0", "/handled", "/message", "/tags/*", "/timestamp", "/type"],
            faults.Select(fault => fault.Pointer).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"eventId\":\"8f14e45f-1234\",\"message\":\"boom\"")]
    [InlineData("{\"eventId\":\"8f14e45f-1234\",\"message\":\"boom\"} trailing")]
    [InlineData("{\"eventId\":\"8f14e45f-1234\",\"message\":\"boom\"}{}")]
    [InlineData("{\"eventId\":\"8f14e45f-1234\",\"message\":\"a\u0000b\"}")]
    [InlineData("{'eventId':'8f14e45f-1234','message':'boom'}")]
    public void Read_NotOneJsonObject_IsOneFaultOfTheBody(string body) => Assert.Equal(string.Empty, Assert.Single(Refuse(body)).Pointer);

    [Theory]
    [InlineData("""{"eventId":"8f14e45f-1234","message":"boom","\ud800":1}""")]
    [InlineData("""{"eventId":"8f14e45f-1234","message":"boom","causes":[{"\ud800":1}]}""")]
    public void Read_MemberNameThatIsNoText_IsOneFaultOfTheBody(string body) => Assert.Equal(string.Empty, Assert.Single(Refuse(body)).Pointer);

    [Fact]
    public void Read_TagNameWithALoneSurrogate_IsTaken() => Assert.Single(Accept("""{"eventId":"8f14e45f-1234","message":"boom","tags":{"\ud800":"x"}}""").Tags);

    [Theory]
    [InlineData("""{"eventId":"8f14e45f-1234"}""")]
    [InlineData("""{"eventId":"8f14e45f-1234","message":null}""")]
    [InlineData("""{"eventId":"8f14e45f-1234","message":"  \n "}""")]
    [InlineData("""{"eventId":"8f14e45f-1234","message":"\u0000\u0007"}""")]
    public void Read_BlankMessage_IsAFault(string body) => Assert.Equal("/message", Assert.Single(Refuse(body)).Pointer);

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(1000, false)]
    public void Read_Nesting_IsBounded(int depth, bool accepted)
    {
        var inner = new string('[', depth - 1) + new string(']', depth - 1);
        var reading = Read($$"""{"eventId":"8f14e45f-1234","message":"boom","x":{{inner}}}""");

        Assert.Equal(accepted, reading.Report is not null);
    }

    [Fact]
    public void Read_InvalidUtf8_IsRefused()
    {
        byte[] body = [.. """{"eventId":"8f14e45f-1234","message":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'];

        Assert.Contains("UTF-8", Assert.Single(ReportReader.Read(body).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LoneSurrogateEscapes_AreTaken()
    {
        var report = Accept("""{"eventId":"8f14e45f-1234","message":"a\ud800b \ud83d\ude00 \n\"\\\/"}""");

        Assert.Equal("a\ud800b 😀 \n\"\\/", report.Message);
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped() => Assert.NotNull(ReportReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Minimal)]).Report);

    [Fact]
    public void Read_SeveralSegments_ReadsAsOne()
    {
        var bytes = Encoding.UTF8.GetBytes(Minimal);
        var first = new Segment(bytes.AsMemory(0, 10), null);
        var last = new Segment(bytes.AsMemory(10), first);

        Assert.NotNull(ReportReader.Read(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length)).Report);
    }

    [Fact]
    public void Read_IdsThatDoNotFitTheirPattern_AreAsAbsent()
    {
        var report = Accept("""{"eventId":"8f14e45f-1234","message":"boom","correlationId":"a b","pageId":"<script>"}""");

        Assert.Null(report.CorrelationId);
        Assert.Null(report.PageId);
    }

    [Theory]
    [InlineData(10, 128, true)]
    [InlineData(11, 1, false)]
    [InlineData(1, 129, false)]
    public void Read_FingerprintParts_AreBounded(int parts, int length, bool accepted)
    {
        var json = string.Join(',', Enumerable.Repeat($"\"{new string('p', length)}\"", parts));

        Assert.Equal(accepted, Read($$"""{"eventId":"8f14e45f-1234","message":"boom","fingerprint":[{{json}}]}""").Report is not null);
    }

    [Fact]
    public void Read_MoreThanTheLists_KeepsTheFirstCausesAndTheNewestBreadcrumbs()
    {
        var causes = string.Join(',', Enumerable.Range(0, 9).Select(i => $$"""{"message":"c{{i}}"}"""));
        var crumbs = string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""{"message":"b{{i}}"}"""));
        var report = Accept($$"""{"eventId":"8f14e45f-1234","message":"boom","causes":[{{causes}}],"breadcrumbs":[{{crumbs}}]}""");

        Assert.Equal(["c0", "c1", "c2", "c3", "c4"], report.Causes.Select(cause => cause.Message));
        Assert.Equal(30, report.Breadcrumbs.Count);
        Assert.Equal("b39", report.Breadcrumbs[^1].Message);
    }

    [Fact]
    public void Read_ThousandsOfFaults_ListsABoundedNumber()
    {
        var values = string.Join(',', Enumerable.Repeat("1", 5000));

        Assert.InRange(Refuse($$"""{"eventId":"8f14e45f-1234","message":"boom","causes":[{{values}}]}""").Count, 1, 20);
    }

    private static ReportReading Read(string body) => ReportReader.Read(Encoding.UTF8.GetBytes(body));

    private static ErrorReport Accept(string body)
    {
        var reading = Read(body);
        Assert.Empty(reading.Faults);
        return reading.Report!;
    }

    private static IReadOnlyList<ReportFault> Refuse(string body)
    {
        var reading = Read(body);
        Assert.Null(reading.Report);
        Assert.All(reading.Faults, fault => Assert.NotEmpty(fault.Message));
        return reading.Faults;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            if (before is not null)
                before.Next = this;
        }
    }
}
