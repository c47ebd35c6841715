namespace ErrorTelemetry.GitHub;

/// <summary>A call to GitHub failed; the message is for people and holds no token.</summary>
internal sealed class GitHubException(GitHubFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public GitHubFailure Failure => failure;
}
