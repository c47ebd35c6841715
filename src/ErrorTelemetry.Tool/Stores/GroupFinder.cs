using ErrorTelemetry.Commands;

namespace ErrorTelemetry.Stores;

/// <summary>Finds the group that somebody means by a fingerprint, or by the beginning of one that the lists show.</summary>
internal static class GroupFinder
{
    /// <summary>How much of a fingerprint the lists show.</summary>
    public const int ShownChars = 12;

    private const int FewestChars = 8;

    /// <exception cref="UsageException">The beginning is too short, or more than one group has it.</exception>
    public static async Task<ErrorGroup?> FindAsync(IErrorStore store, string fingerprint, CancellationToken cancellationToken)
    {
        var key = fingerprint.ToLowerInvariant();
        if (await store.FindGroupAsync(key, cancellationToken) is { } exact)
            return exact;
        if (key.Length < FewestChars)
            throw new UsageException($"Give the 64 hex digits of the fingerprint, or at least its first {FewestChars}.");

        ErrorGroup? found = null;
        var query = new GroupQuery { Limit = ErrorLimits.QueryPageCount };
        do
        {
            var page = await store.QueryGroupsAsync(query, cancellationToken);
            foreach (var group in page.Groups.Where(group => group.Fingerprint.StartsWith(key, StringComparison.Ordinal)))
            {
                if (found is not null && found.Fingerprint != group.Fingerprint)
                    throw new UsageException($"More than one group begins with '{key}'. Give more of its digits.");
                found = group;
            }

            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null);

        return found;
    }
}
