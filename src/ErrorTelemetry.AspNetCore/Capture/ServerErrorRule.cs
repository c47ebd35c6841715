using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace ErrorTelemetry.Capture;

/// <summary>What counts as a server error. Decided once, at the end of the request.</summary>
internal static class ServerErrorRule
{
    public static bool IsServerError(int statusCode) => statusCode is >= 500 and <= 599;

    /// <summary>Whether the app turned the exception into an answer below 500.</summary>
    public static bool IsHandled(Sighting sighting, int statusCode) => !IsServerError(statusCode) && !sighting.ResponseHadStarted;

    /// <summary>The client's doing: a request that cannot be read, or one that the client gave up.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="aborted">Whether the request was aborted by then.</param>
    public static bool IsClientFault(Exception exception, bool aborted) =>
        exception is BadHttpRequestException or WebSocketException { WebSocketErrorCode: WebSocketError.ConnectionClosedPrematurely }
        || (aborted && (exception is IOException || IsCancellation(exception)));

    /// <summary>A cancellation, or what a library made of one.</summary>
    private static bool IsCancellation(Exception exception) => exception switch
    {
        OperationCanceledException => true,
        AggregateException { InnerExceptions: { Count: > 0 } all } => all.All(static one => one is IOException || IsCancellation(one)),
        { InnerException: { } cause } => IsCancellation(cause),
        _ => false,
    };
}
