namespace ErrorTelemetry.Storage;

/// <summary>Document names: <c>projects/P/databases/D/documents/COLLECTION/ID[/COLLECTION/ID …]</c>.</summary>
internal static class Names
{
    public static void Check(string name, string database)
    {
        var root = database + "/documents/";
        var segments = name.StartsWith(root, StringComparison.Ordinal) ? name[root.Length..].Split('/') : [];
        if (segments.Length == 0 || segments.Length % 2 != 0 || segments.Contains(string.Empty))
            throw Refusal.InvalidArgument($"Document name \"{name}\" is not one of {database}.");
    }

    /// <summary>The name of the collection that a document lies in, with all that leads to it.</summary>
    public static string ParentOf(string name) => name[..name.LastIndexOf('/')];

    /// <summary>The id of the collection that a document lies in.</summary>
    public static string CollectionOf(string name)
    {
        var parent = ParentOf(name);
        return parent[(parent.LastIndexOf('/') + 1)..];
    }
}
