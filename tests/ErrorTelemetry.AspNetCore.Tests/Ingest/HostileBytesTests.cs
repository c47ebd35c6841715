using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ErrorTelemetry.Ingest;

public sealed class HostileBytesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_DamagedReports_AreTakenOrRefusedButNeverFail()
    {
        await using var app = await IngestEndpointTests.StartAsync(("ErrorTelemetry:RateLimit:Enabled", "false"));
        var random = new Random(20261122);
        var whole = JsonSerializer.SerializeToUtf8Bytes(Some.Report(), Json.ErrorTelemetryJson.Report);

        for (var i = 0; i < 300; i++)
        {
            var body = whole.AsSpan(0, i % 3 == 0 ? random.Next(whole.Length) : whole.Length).ToArray();
            for (var damage = random.Next(4); damage > 0 && body.Length > 0; damage--)
                body[random.Next(body.Length)] = (byte)random.Next(256);

            var response = await app.PostAsync(body);

            Assert.True(response.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.BadRequest, Convert.ToHexString(body));
        }
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "5\r\n{\"eve\r\nnot a length\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked", "20000\r\n", 413)]
    [InlineData("Content-Length: 65537", "", 413)]
    [InlineData("Content-Length: 99999999999", "", 413)]
    public async Task Post_BrokenFraming_IsAProblemToo(string framing, string body, int status)
    {
        await using var app = await IngestEndpointTests.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, Cancel);
        var stream = client.GetStream();
        var sent = body == "20000\r\n" ? body + new string('a', 0x20000) + "\r\n0\r\n\r\n" : body;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {TestApp.IngestPath} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n{framing}\r\n\r\n{sent}"), Cancel);

        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(Cancel) is { Length: > 0 } line)
            lines.Add(line);

        Assert.StartsWith($"HTTP/1.1 {status} ", lines[0], StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json", lines);
        Assert.Contains(lines, line => line.StartsWith("x-correlation-id: ", StringComparison.Ordinal));
    }
}
