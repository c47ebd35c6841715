using ErrorTelemetry.Issues;

namespace ErrorTelemetry.GitHub;

/// <summary>The one seam to GitHub's issues.</summary>
internal interface IIssueTracker
{
    /// <summary>Our issues by fingerprint, lowest number first; read fresh where asked.</summary>
    Task<ILookup<string, IssueSnapshot>> ListAsync(bool refresh);

    /// <summary>One issue by its number, wherever it may be now.</summary>
    Task<IssueLookup> GetAsync(int number);

    Task<IssueSnapshot> CreateAsync(RenderedIssue issue);

    Task WriteBodyAsync(int number, string body);

    /// <summary>Opens an issue again. Milestone, assignees and labels stay.</summary>
    Task ReopenAsync(int number);

    Task AddLabelAsync(int number, string label);

    /// <summary>Comments unless a comment with this marker is there already.</summary>
    /// <returns>Whether it was written now.</returns>
    Task<bool> CommentOnceAsync(int number, string marker, string text);
}
