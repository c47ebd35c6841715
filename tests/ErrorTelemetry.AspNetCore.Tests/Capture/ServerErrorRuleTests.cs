using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace ErrorTelemetry.Capture;

public sealed class ServerErrorRuleTests
{
    public static TheoryData<Exception, bool, bool> ClientFaults => new()
    {
        { new BadHttpRequestException("bad"), false, true },
        { new OperationCanceledException(), true, true },
        { new TaskCanceledException(), true, true },
        { new ConnectionResetException("reset"), true, true },
        { new IOException("gone"), true, true },
        { new AggregateException(new TaskCanceledException(), new IOException()), true, true },
        { new InvalidOperationException("the query was given up", new TaskCanceledException()), true, true },
        { new WebSocketException(WebSocketError.ConnectionClosedPrematurely), false, true },
        { new WebSocketException(WebSocketError.Faulted), false, false },
        { new InvalidOperationException("the query timed out", new TaskCanceledException()), false, false },
        { new OperationCanceledException(), false, false },
        { new IOException("disk full"), false, false },
        { new InvalidOperationException("bug"), true, false },
        { new AggregateException(new TaskCanceledException(), new InvalidOperationException()), true, false },
        { new AggregateException(), true, false },
    };

    [Theory]
    [MemberData(nameof(ClientFaults))]
    public void IsClientFault_OfAnException_DependsOnWhetherTheRequestWasAborted(Exception exception, bool aborted, bool expected) =>
        Assert.Equal(expected, ServerErrorRule.IsClientFault(exception, aborted));

    [Theory]
    [InlineData(200, false, true)]
    [InlineData(404, false, true)]
    [InlineData(499, false, true)]
    [InlineData(500, false, false)]
    [InlineData(599, false, false)]
    [InlineData(200, true, false)]
    public void IsHandled_OfAnException_DependsOnTheFinalStatus(int status, bool responseHadStarted, bool expected) =>
        Assert.Equal(expected, ServerErrorRule.IsHandled(new Sighting(new InvalidOperationException(), ErrorMechanisms.Middleware, responseHadStarted), status));
}
