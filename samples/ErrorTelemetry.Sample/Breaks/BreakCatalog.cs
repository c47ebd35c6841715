namespace ErrorTelemetry.Sample.Breaks;

/// <summary>Every way to break, in the order in which the first page shows them.</summary>
internal static class BreakCatalog
{
    public static IReadOnlyList<Break> Server { get; } =
    [
        new("/break/throw", "Throw", "A minimal API throws. The middleware sees it; the answer stays the host's own 500."),
        new("/break/async", "Throw later", "The same after an await: the stack shows the async method, not its state machine."),
        new("/break/nested", "Throw with causes", "An exception with an inner one and an aggregate: one event with its causes."),
        new("/break/status-500", "Return a 500", "No exception at all, only a status: counted as status-code."),
        new("/break/problem", "Return a problem", "TypedResults.Problem: a 503 in problem details, without an exception."),
        new("/break/handled", "Handled to a 500", "An IExceptionHandler answers. .NET suppresses its diagnostics; the event is there all the same."),
        new("/break/turned-into-404", "Handled to a 404", "The host turned the exception into an answer below 500: not an error, no event."),
        new("/break/streaming", "Fail mid-response", "Half of the answer is out, then it breaks: the connection is cut, the event is kept."),
        new("/break/filter/throw", "Endpoint filter", "A group with WithErrorTelemetry(): the filter remembers what it saw."),
        new("/break/mvc", "MVC action", "A controller throws."),
        new("/break/razor-page", "Razor Page", "A page handler throws."),
        new("/break/background", "Background service", "A BackgroundService dies. Once per start of the sample."),
        new("/break/secret", "Leak a secret", "The message holds a token and an e-mail address. Neither is stored."),
        new("/break/aborted", "Abort the request", "The client goes away: noise, not an error, no event."),
        new("/break/crash", "Crash the process", "An exception on a thread of its own ends the process; its last words are kept. Start the sample again."),
    ];

    public static IReadOnlyList<Break> Pages { get; } =
    [
        new("/browser", "In the browser", "Scripts, rejections, resources, API calls, floods, secrets: anything that JavaScript can do wrong."),
        new("/blazor/ssr", "Static rendering", "Components rendered on the server that break inside a boundary, or while they stream."),
        new("/blazor/server", "Interactive Server", "Handlers, lifecycles, timers, disposal and interop over a circuit."),
        new("/blazor/wasm", "WebAssembly", "The same breakages, with .NET running in the browser."),
        new("/blazor/auto", "Auto", "Server first, WebAssembly from the second visit on."),
        new("/blazor/prerender", "Prerendered", "One component that breaks twice: while it is prerendered and when it comes alive."),
    ];
}
