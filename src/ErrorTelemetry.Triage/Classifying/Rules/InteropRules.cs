using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Blazor's two bridges: the circuit between browser and server, and the calls between .NET and JavaScript.</summary>
internal static class InteropRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "circuit-gone", Category = Circuit, Severity = Low, Types = ["JSDisconnectedException"],
            Remediation = ["The user closed the page before {culprit} ran: catch JSDisconnectedException where JavaScript is called while disposing.", "Release JavaScript resources in the browser itself (MutationObserver, pagehide) where that is possible."],
        },
        new()
        {
            Id = "circuit-message", Category = Circuit, Severity = Medium,
            Messages =
            [
                "circuit has disconnected", "circuit failed to initialize", "Circuit host not initialized", "Circuit not initialized", "persisted circuit state", "circuit state*not found", "unhandled exception on the current circuit", "Cannot send data if the connection is not in the 'Connected' State",
                "^Connection closed with an error", "Server returned an error on close", "Server timeout elapsed without receiving a message", "Invocation canceled due to the underlying connection being closed", "Connection disconnected with error", "WebSocket closed with status code", "Failed to start the connection",
                "Failed to complete negotiation with the server", "The connection was stopped during negotiation", "Cannot start a HubConnection", "No Connection with that ID", "connection could not be found on the server", "There was an error during the WebSocket", "The maximum message size of*was exceeded",
                "Failed to rejoin", "Could not reconnect to the server", "Circuit*evicted", "Circuit*not found",
                "list of component operations is not valid", "reconnect to the server", "error with the transport", "connection*due to an error on the server", "Invocation*due to an error on the server", "ClientTimeoutInterval", "before invocation result was received", "Circuit has been shut down", "exception in circuit", "HubConnection",
                "Connection ID required", "^Failed to reconnect$", "Failed to reconnect to the server", "Failed to reconnect to the circuit", "Circuit rejoin", "Circuit host not initialized", "circuit failed to initialize",
            ],
            Remediation =
            [
                "See whether the server was restarted or scaled: circuits live in one process and need sticky sessions.",
                "Look for proxies that close idle WebSockets; show the reconnect dialog and reload when the circuit is gone.",
                "If the server's own log has an error with the same correlation id, fix that one first.",
            ],
        },
        new()
        {
            Id = "hub-exception", Category = Circuit, Severity = High, Types = ["HubException", "ConnectionAbortedException"],
            Remediation = ["Find the server's event with the same correlation id: a hub method threw, or the connection was closed under {culprit}.", "Return errors as results; keep messages under MaximumReceiveMessageSize."],
        },
        new()
        {
            Id = "interop-prerender", Category = Interop, Severity = High, Messages = ["JavaScript interop calls cannot be issued at this time"],
            Remediation = ["{culprit} calls JavaScript while the page is prerendered on the server: move the call into OnAfterRenderAsync."],
        },
        new()
        {
            Id = "interop-message", Category = Interop, Severity = High,
            Messages =
            [
                "Could not find '*' in 'window'", "Could not find '*was undefined", "There is no tracked object with id", "No interop methods are registered for renderer", "JS object instance with ID*does not exist", "The assembly*does not contain a public invokable method", "does not contain a public*[JSInvokable",
                "does not contain a public invokable method", "DotNetObjectReference instance was already disposed", "No call dispatcher has been set", "DotNet.invokeMethod", "DotNet.jsCallDispatcher", "invokeMethodAsync", "Microsoft.JSInterop", "An exception occurred executing JS interop", "not a function*beginInvokeJS",
                "The value '*' is not a function", "JSObject*disposed", "Cannot invoke JS function",
                "An error occurred deserializing", "JSObject is disposed", "exception invoking '*' on assembly", ".NET call dispatcher", "CircuitOptions.DetailedErrors",
            ],
            Remediation = ["Compare the names on both sides of the call at {culprit}: the script must be loaded and export that function, the .NET method must be public and [JSInvokable].", "Do not use a DotNetObjectReference after disposing it; remove the listener that still holds it."],
        },
        new()
        {
            Id = "interop-exception", Category = Interop, Severity = High, Types = ["JSException"],
            Remediation = ["The JavaScript called by {culprit} threw; its own message and stack are in the text.", "Catch JSException where the feature can go on without the script."],
        },
    ];
}
