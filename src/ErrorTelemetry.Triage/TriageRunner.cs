using ErrorTelemetry.Classifying;
using ErrorTelemetry.Configuration;
using ErrorTelemetry.Deciding;
using ErrorTelemetry.GitHub;
using ErrorTelemetry.Issues;
using ErrorTelemetry.Pulls;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ErrorTelemetry;

/// <summary>Runs triage once: reads the groups, decides, and files, edits and reopens issues. Two runs at once file no issue twice.</summary>
public sealed class TriageRunner
{
    private readonly IErrorStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly TriageHooks _hooks;
    private readonly ErrorClassifier _classifier;
    private readonly ILogger _logger;

    /// <summary>Creates a runner.</summary>
    /// <param name="store">The store that holds the groups.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system's.</param>
    /// <param name="classifier">The classifier; <see langword="null"/> for the built-in rules.</param>
    /// <param name="advisors">The host's advisors; <see langword="null"/> for none.</param>
    /// <param name="proposers">The host's patch proposers; <see langword="null"/> for none.</param>
    /// <param name="logger">Takes what a run has to say; <see langword="null"/> for nobody.</param>
    public TriageRunner(
        IErrorStore store,
        TimeProvider? timeProvider = null,
        ErrorClassifier? classifier = null,
        IEnumerable<IRemediationAdvisor>? advisors = null,
        IEnumerable<IPatchProposer>? proposers = null,
        ILogger<TriageRunner>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _classifier = classifier ?? new ErrorClassifier();
        _logger = logger ?? NullLogger<TriageRunner>.Instance;
        _hooks = new TriageHooks([.. advisors ?? []], [.. proposers ?? []], _timeProvider, _logger);
    }

    /// <summary>The longest that one request to GitHub may take, its body included.</summary>
    internal TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs once.</summary>
    /// <param name="options">What to do and where. Faults end the run as <see cref="TriageOutcome.Misconfigured"/>, all in one message.</param>
    /// <param name="progress">Hears of every group as soon as it is done; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the run; what is claimed and not sent is given back.</param>
    /// <returns>The report; failures of GitHub and the store are in it, not thrown.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TriageReport> RunAsync(TriageOptions options, IProgress<TriageGroupResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var startedAt = _timeProvider.GetUtcNow();
        var results = new List<TriageGroupResult>();
        var (outcome, message) = (TriageOutcome.Completed, (string?)null);
        try
        {
            if (TriageOptionsRules.FaultsOf(options) is { Count: > 0 } faults)
                throw new GitHubException(GitHubFailure.Configuration, string.Join(" ", faults));
            using var connection = Connect(options, cancellationToken);
            IIssueTracker tracker = connection is null ? new AbsentIssueTracker() : new GitHubIssueTracker(connection);
            var pulls = connection is not null && options is { AllowPullRequests: true, EnablePullRequests: true, DryRun: false } && _hooks.CanPropose ? new PullRequestWriter(connection) : null;
            var run = new TriageRun(_store, tracker, pulls, _classifier, _hooks, options, _timeProvider, _logger, results, progress);
            message = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GitHubException exception)
        {
            (outcome, message) = (exception.Failure == GitHubFailure.Configuration ? TriageOutcome.Misconfigured : TriageOutcome.Unreachable, exception.Message);
        }
        catch (ErrorStoreException exception)
        {
            (outcome, message) = (TriageOutcome.Unreachable, exception.Message);
        }

        if (outcome == TriageOutcome.Completed && results.Any(result => result.Failure is not null))
            outcome = TriageOutcome.SomeFailed;
        if (message is not null)
            Log.RunEndedEarly(_logger, options.Repository ?? "-", message);
        Log.RunEnded(_logger, options.Repository ?? "-", outcome, results.Count, Done(results, TriageAction.Create), Done(results, TriageAction.Reopen));
        return new TriageReport
        {
            Outcome = outcome,
            Message = message,
            DryRun = options.DryRun,
            Repository = options.Repository ?? string.Empty,
            StartedAt = startedAt,
            Groups = results,
        };
    }

    private GitHubConnection? Connect(TriageOptions options, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(options.Token) ? null : new GitHubConnection(new Uri(options.GitHubUrl), options.Token, options.Repository!, _timeProvider, RequestTimeout, cancellationToken);

    private static int Done(List<TriageGroupResult> results, TriageAction action) => results.Count(result => result.Action == action && result.Failure is null);
}
