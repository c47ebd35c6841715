using System.Net;
using System.Runtime.Serialization;
using Octokit;

namespace ErrorTelemetry.GitHub;

/// <summary>Octokit's exceptions as what they mean.</summary>
internal static class GitHubErrors
{
    public static GitHubException Map(Exception exception, string what, bool isWrite) => exception switch
    {
        GitHubException known => known,
        AuthorizationException => Stop($"GitHub refused the token (401) while {what}: it is wrong or has expired."),
        LegalRestrictionException => Stop($"The repository is blocked for legal reasons (451), said GitHub while {what}."),
        NotFoundException => new GitHubException(GitHubFailure.Gone, $"GitHub found nothing (404) while {what}."),
        ApiValidationException validation => new GitHubException(GitHubFailure.Refused, $"GitHub refused it (422) while {what}: {Details(validation)}"),
        ApiException { StatusCode: HttpStatusCode.Forbidden } => Stop($"GitHub forbade it (403) while {what}: the token lacks a permission (issues: write), or the repository is archived."),
        ApiException { StatusCode: HttpStatusCode.Gone } => new GitHubException(GitHubFailure.Gone, $"GitHub said that it is gone (410) while {what}."),
        ApiException { StatusCode: >= HttpStatusCode.InternalServerError } server => new GitHubException(isWrite ? GitHubFailure.Unknown : GitHubFailure.Unreachable, $"GitHub failed ({(int)server.StatusCode}) while {what}.", exception),
        ApiException api => new GitHubException(GitHubFailure.Refused, $"GitHub refused it ({(int)api.StatusCode}) while {what}."),
        SerializationException or InvalidCastException or FormatException or ArgumentException or NullReferenceException =>
            new GitHubException(isWrite ? GitHubFailure.Unknown : GitHubFailure.Unreachable, $"GitHub's answer could not be read while {what}.", exception),
        _ => new GitHubException(isWrite ? GitHubFailure.Unknown : GitHubFailure.Unreachable, $"GitHub cannot be reached ({exception.Message}) while {what}.", exception),
    };

    private static GitHubException Stop(string message) => new(GitHubFailure.Configuration, message);

    // The server's words may repeat ours; they are cut and never hold the token.
    private static string Details(ApiValidationException validation)
    {
        var errors = validation.ApiError?.Errors?.Select(error => $"{error.Resource} {error.Field} {error.Code} {error.Message}".Trim()) ?? [];
        return Issues.HostileText.Cut(Issues.HostileText.OneLine(string.Join("; ", errors.DefaultIfEmpty(validation.Message))), 300);
    }
}
