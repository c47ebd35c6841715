using System.Text.Json;

namespace ErrorTelemetry.Queries;

/// <summary>What <c>firestore.indexes.json</c> deploys: composite indexes, and the fields that are in no index of their own.</summary>
internal sealed class IndexCatalog
{
    private readonly List<(string Collection, IReadOnlyList<IndexField> Fields)> _composites = [];
    private readonly HashSet<(string Collection, string Path)> _exempt = [];

    /// <summary>Nothing deployed: every field has its own index, no query that needs a composite one works.</summary>
    public static IndexCatalog Empty { get; } = new();

    public static IndexCatalog Read(string file)
    {
        var catalog = new IndexCatalog();
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var index in json.RootElement.GetProperty("indexes").EnumerateArray())
        {
            var fields = index.GetProperty("fields").EnumerateArray().Select(IndexField.Read).ToList();
            catalog._composites.Add((index.GetProperty("collectionGroup").GetString()!, fields));
        }

        foreach (var field in json.RootElement.GetProperty("fieldOverrides").EnumerateArray().Where(field => field.GetProperty("indexes").GetArrayLength() == 0))
            catalog._exempt.Add((field.GetProperty("collectionGroup").GetString()!, field.GetProperty("fieldPath").GetString()!));
        return catalog;
    }

    /// <summary>Whether the field, or a map that it lies in, has no index of its own.</summary>
    public bool IsExempt(string collection, string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (_exempt.Contains((collection, path[..end])))
                return true;
        }

        return false;
    }

    /// <summary>Whether a composite index has the equalities first, in any order, and then exactly these orders (or all of them reversed).</summary>
    public bool Covers(string collection, IReadOnlySet<string> equalities, IReadOnlyList<IndexField> orders) =>
        _composites.Any(index => index.Collection == collection
            && index.Fields.Count == equalities.Count + orders.Count
            && equalities.SetEquals(index.Fields.Take(equalities.Count).Select(field => field.Path))
            && (Same(index.Fields.Skip(equalities.Count), orders) || Same(index.Fields.Skip(equalities.Count), orders.Select(order => order.Reverse()))));

    private static bool Same(IEnumerable<IndexField> x, IEnumerable<IndexField> y) => x.SequenceEqual(y);
}
