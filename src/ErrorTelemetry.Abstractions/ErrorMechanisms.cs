namespace ErrorTelemetry;

/// <summary>Which hook caught an error. A client may claim only the first group; its claim of another becomes <see cref="Manual"/>.</summary>
public static class ErrorMechanisms
{
    /// <summary>The browser's <c>error</c> event.</summary>
    public const string OnError = "onerror";

    /// <summary>The browser's <c>unhandledrejection</c> event.</summary>
    public const string UnhandledRejection = "unhandledrejection";

    /// <summary>A script, style, image or boot resource that failed to load.</summary>
    public const string Resource = "resource";

    /// <summary>A violated content security policy.</summary>
    public const string Csp = "csp";

    /// <summary>A UI error boundary.</summary>
    public const string ErrorBoundary = "error-boundary";

    /// <summary>A renderer's failure that no boundary saw.</summary>
    public const string Renderer = "renderer";

    /// <summary>The end of the WebAssembly runtime.</summary>
    public const string RuntimeExit = "runtime-exit";

    /// <summary>The app's own call of <see cref="IErrorReporter"/> or of the browser module.</summary>
    public const string Manual = "manual";

    /// <summary>A fatal error of a Blazor Server circuit (server only).</summary>
    public const string Circuit = "circuit";

    /// <summary>The endpoint filter (server only).</summary>
    public const string EndpointFilter = "endpoint-filter";

    /// <summary>The middleware (server only).</summary>
    public const string Middleware = "middleware";

    /// <summary>An exception that the host's exception handler answered (server only).</summary>
    public const string ExceptionHandler = "exception-handler";

    /// <summary>A 5xx response without an exception (server only).</summary>
    public const string StatusCode = "status-code";

    /// <summary>A background service or job (server only).</summary>
    public const string Background = "background";

    /// <summary><see cref="AppDomain.UnhandledException"/>: the process is going down (server only).</summary>
    public const string Unhandled = "unhandled";

    /// <summary><see cref="TaskScheduler.UnobservedTaskException"/> (server only).</summary>
    public const string UnobservedTask = "unobserved-task";

    /// <summary>The mechanisms that a client may claim.</summary>
    public static IReadOnlyList<string> ClientClaimable { get; } =
        [OnError, UnhandledRejection, Resource, Csp, ErrorBoundary, Renderer, RuntimeExit, Manual];

    /// <summary>The mechanisms that only the server sets.</summary>
    public static IReadOnlyList<string> ServerOnly { get; } =
        [Circuit, EndpointFilter, Middleware, ExceptionHandler, StatusCode, Background, Unhandled, UnobservedTask];
}
