using System.ComponentModel.DataAnnotations;
using Google.Apis.Auth.OAuth2;
using Grpc.Core;

namespace ErrorTelemetry;

/// <summary>Where the Firestore store lives and how it behaves. Section <c>ErrorTelemetry:Firestore</c>.</summary>
/// <remarks>Last wins: default, code, configuration section; the variable of <see cref="EmulatorHost"/> wins over them, that of <see cref="ProjectId"/> counts only where none is set.</remarks>
public sealed class FirestoreStoreOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "ErrorTelemetry:Firestore";

    /// <summary>The Google Cloud project's id. Required. Default: the environment variable <c>GOOGLE_CLOUD_PROJECT</c>.</summary>
    [Required(ErrorMessage = "ErrorTelemetry:Firestore:ProjectId is missing: set it to the Google Cloud project's id, or set GOOGLE_CLOUD_PROJECT.")]
    [RegularExpression("^[a-z0-9.:-]{1,100}$")]
    public string? ProjectId { get; set; }

    /// <summary>The database's id. Default: <c>(default)</c>.</summary>
    [Required]
    [RegularExpression(@"^(\(default\)|[a-z0-9-]{4,63})$")]
    public string DatabaseId { get; set; } = "(default)";

    /// <summary>The collection of groups. Default: <c>telemetry_error_groups</c>. Another name needs the deployment files changed alike.</summary>
    [Required]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,99}$")]
    public string GroupsCollection { get; set; } = "telemetry_error_groups";

    /// <summary>The collection of events. Default: <c>telemetry_error_events</c>. Another name needs the deployment files changed alike.</summary>
    [Required]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,99}$")]
    public string EventsCollection { get; set; } = "telemetry_error_events";

    /// <summary>The collection of receipts of commits that only counted. Default: <c>telemetry_error_receipts</c>. Another name needs the deployment files changed alike.</summary>
    [Required]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,99}$")]
    public string ReceiptsCollection { get; set; } = "telemetry_error_receipts";

    /// <summary>An emulator's <c>host:port</c>, spoken to without TLS and without credentials; <see langword="null"/> for the real service. Default: <see langword="null"/>. Environment: <c>FIRESTORE_EMULATOR_HOST</c>.</summary>
    public string? EmulatorHost { get; set; }

    /// <summary>The environment variable that may hold a service account's key as JSON. Where it is unset, application default credentials are used. Default: <c>FIREBASE_SERVICE_ACCOUNT</c>.</summary>
    [Required]
    public string CredentialsEnvironmentVariable { get; set; } = "FIREBASE_SERVICE_ACCOUNT";

    /// <summary>A file with a service account's key; wins over <see cref="CredentialsEnvironmentVariable"/>. Default: <see langword="null"/>.</summary>
    public string? CredentialsFile { get; set; }

    /// <summary>Longest wait for the answer to one call, in milliseconds. 100 to 60,000. Default: 10,000.</summary>
    [Range(100, 60_000)]
    public int CallTimeoutMilliseconds { get; set; } = 10_000;

    /// <summary>How long failures that pass are tried again, in milliseconds; then the store is unavailable. 0 to 300,000. Default: 10,000.</summary>
    [Range(0, 300_000)]
    public int RetryBudgetMilliseconds { get; set; } = 10_000;

    /// <summary>Shortest time between two writes of this process to one group, in milliseconds; what comes in between waits and is written together. Firestore takes about one write a second to a document. 0 to 60,000. Default: 1,000.</summary>
    [Range(0, 60_000)]
    public int GroupWriteIntervalMilliseconds { get; set; } = 1_000;

    /// <summary>Most commits under way at once. 1 to 100. Default: 8.</summary>
    [Range(1, 100)]
    public int MaxConcurrentCommits { get; set; } = 8;

    /// <summary>
    /// Whether an event that would only be counted is looked for first, so that one which another process has kept is not counted again.
    /// Costs one document read for each such event. Default: <see langword="true"/>.
    /// </summary>
    public bool LookUpCountedEvents { get; set; } = true;

    /// <summary>Whether the time-to-live policies of <c>firestore.indexes.json</c> are deployed, which remove old events by themselves. A purge then leaves them alone and costs next to nothing. Default: <see langword="false"/>.</summary>
    public bool TimeToLivePolicies { get; set; }

    // Fields, since the binder of the configuration looks at properties, and no configuration can hold these.
    internal CallInvoker? OwnCallInvoker;
    internal GoogleCredential? OwnCredential;

    /// <summary>Sends every call through the caller's own channel, which then has the address, the encryption and the credentials.</summary>
    public void UseCallInvoker(CallInvoker callInvoker)
    {
        ArgumentNullException.ThrowIfNull(callInvoker);
        OwnCallInvoker = callInvoker;
    }

    /// <summary>Authorises with the caller's own credential; wins over all other sources.</summary>
    public void UseCredential(GoogleCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        OwnCredential = credential;
    }
}
