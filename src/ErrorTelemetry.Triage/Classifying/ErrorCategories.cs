namespace ErrorTelemetry.Classifying;

/// <summary>The categories of the built-in rules. <c>docs/classification.md</c> lists the rules of each.</summary>
public static class ErrorCategories
{
    /// <summary>A connection could not be made or broke.</summary>
    public const string Network = "network";

    /// <summary>Something took longer than it was given.</summary>
    public const string Timeout = "timeout";

    /// <summary>A page of an older deployment asked for files that are gone or changed.</summary>
    public const string StaleDeployment = "stale-deployment";

    /// <summary>Hydration or rendering of the UI failed.</summary>
    public const string Rendering = "rendering";

    /// <summary>Something that was expected to be there was <see langword="null"/> or undefined.</summary>
    public const string NullReference = "null-reference";

    /// <summary>A value of another type than the code expected.</summary>
    public const string TypeError = "type-error";

    /// <summary>An argument or input that breaks a rule.</summary>
    public const string Validation = "validation";

    /// <summary>Who the caller is could not be established.</summary>
    public const string Authentication = "authentication";

    /// <summary>The caller is known and may not do it.</summary>
    public const string Authorization = "authorization";

    /// <summary>What was asked for does not exist.</summary>
    public const string NotFound = "not-found";

    /// <summary>Too many calls in too little time.</summary>
    public const string RateLimit = "rate-limit";

    /// <summary>The database refused or failed in another way than the categories below.</summary>
    public const string Database = "database";

    /// <summary>The database could not be reached, or no connection was free.</summary>
    public const string DatabaseConnection = "database-connection";

    /// <summary>The data breaks a rule of the schema.</summary>
    public const string DatabaseConstraint = "database-constraint";

    /// <summary>Two transactions waited for each other.</summary>
    public const string DatabaseDeadlock = "database-deadlock";

    /// <summary>A statement took longer than it was given.</summary>
    public const string DatabaseTimeout = "database-timeout";

    /// <summary>Text or bytes could not be turned into data, or back.</summary>
    public const string Serialization = "serialization";

    /// <summary>The process or the page ran out of memory.</summary>
    public const string OutOfMemory = "out-of-memory";

    /// <summary>A recursion without end.</summary>
    public const string StackOverflow = "stack-overflow";

    /// <summary>The caller gave up.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Two at once where only one may be.</summary>
    public const string Concurrency = "concurrency";

    /// <summary>Configuration, dependency injection or deployment of the app itself.</summary>
    public const string Configuration = "configuration";

    /// <summary>Files, folders and disks, and the browser's own storage.</summary>
    public const string FileSystem = "file-system";

    /// <summary>A service that the app calls answered with a failure.</summary>
    public const string ExternalService = "external-service";

    /// <summary>A script of another vendor on the page.</summary>
    public const string ThirdPartyScript = "third-party-script";

    /// <summary>A script of another origin, whose errors the browser hides.</summary>
    public const string CrossOriginScript = "cross-origin-script";

    /// <summary>An extension or the embedding app, not the page.</summary>
    public const string BrowserExtension = "browser-extension";

    /// <summary>A Blazor Server circuit or SignalR connection.</summary>
    public const string Circuit = "circuit";

    /// <summary>A call between .NET and JavaScript.</summary>
    public const string Interop = "interop";

    /// <summary>The browser enforced a security policy of the page.</summary>
    public const string SecurityPolicy = "security-policy";

    /// <summary>An object was asked for something that its state does not allow.</summary>
    public const string InvalidState = "invalid-state";

    /// <summary>No rule matched.</summary>
    public const string Unknown = "unknown";
}
