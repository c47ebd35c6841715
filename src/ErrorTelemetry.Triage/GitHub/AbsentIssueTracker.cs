using ErrorTelemetry.Issues;

namespace ErrorTelemetry.GitHub;

/// <summary>The tracker of a dry run without a token: it knows of no issue and takes none.</summary>
internal sealed class AbsentIssueTracker : IIssueTracker
{
    public Task<ILookup<string, IssueSnapshot>> ListAsync(bool refresh) =>
        Task.FromResult(Array.Empty<IssueSnapshot>().ToLookup(_ => string.Empty, StringComparer.Ordinal));

    public Task<IssueLookup> GetAsync(int number) => Task.FromResult(IssueLookup.Unknown);

    public Task<IssueSnapshot> CreateAsync(RenderedIssue issue) => throw Refuse();

    public Task WriteBodyAsync(int number, string body) => throw Refuse();

    public Task ReopenAsync(int number) => throw Refuse();

    public Task AddLabelAsync(int number, string label) => throw Refuse();

    public Task<bool> CommentOnceAsync(int number, string marker, string text) => throw Refuse();

    private static InvalidOperationException Refuse() => new("A dry run writes nothing.");
}
