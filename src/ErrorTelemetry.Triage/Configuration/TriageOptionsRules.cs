using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>What no annotation can say: rules over several options, and addresses.</summary>
internal sealed class TriageOptionsRules : IValidateOptions<TriageOptions>
{
    private static readonly TriageOptionsValidator Annotations = new();

    public ValidateOptionsResult Validate(string? name, TriageOptions options)
    {
        var faults = new List<string>();
        if (!Uri.TryCreate(options.GitHubUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.Query.Length > 0)
            faults.Add("The GitHub address must be an absolute http(s) address without user and query.");
        else if (url.Scheme == "http" && !url.IsLoopback)
            faults.Add("The GitHub address must be https: the token would travel in the open.");
        if (!options.DryRun && string.IsNullOrWhiteSpace(options.Token))
            faults.Add("The token is missing: set GITHUB_TOKEN (or ErrorTelemetry:Triage:Token), or try a dry run.");
        else if (options.Token?.Any(c => c is <= ' ' or > '~') == true)
            faults.Add("The token holds blanks or characters that no token has.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Every fault of the options, annotations included; empty for none.</summary>
    public static IReadOnlyList<string> FaultsOf(TriageOptions options)
    {
        var annotations = Annotations.Validate(null, options);
        var rules = new TriageOptionsRules().Validate(null, options);
        return [.. annotations.Failures ?? [], .. rules.Failures ?? []];
    }
}
