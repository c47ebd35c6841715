using System.Text;

namespace ErrorTelemetry.Client;

/// <summary>The full names of the database and of the store's documents in it.</summary>
internal sealed class DatabasePaths
{
    private const int LongestIdBytes = 1500;

    private readonly string _groups;
    private readonly string _events;
    private readonly string _receipts;

    public DatabasePaths(FirestoreStoreOptions options)
    {
        Database = $"projects/{options.ProjectId}/databases/{options.DatabaseId}";
        Root = Database + "/documents";
        _groups = $"{Root}/{options.GroupsCollection}/";
        _events = $"{Root}/{options.EventsCollection}/";
        _receipts = $"{Root}/{options.ReceiptsCollection}/";
    }

    public string Database { get; }

    public string Root { get; }

    public string Group(string fingerprint) => _groups + fingerprint;

    public string Event(string eventId) => _events + eventId;

    public string Receipt(string id) => _receipts + id;

    public bool IsEvent(string name) => name.StartsWith(_events, StringComparison.Ordinal);

    public bool IsGroup(string name) => name.StartsWith(_groups, StringComparison.Ordinal);

    public static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Whether a text could be a document's id at all (https://firebase.google.com/docs/firestore/quotas): what could not is never asked for.</summary>
    public static bool IsId(string text) =>
        text.Length > 0 && !text.Contains('/') && text is not ("." or "..")
        && !(text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal))
        && Encoding.UTF8.GetByteCount(text) <= LongestIdBytes;
}
