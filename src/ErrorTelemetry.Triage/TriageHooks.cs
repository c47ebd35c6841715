using ErrorTelemetry.Classifying;
using ErrorTelemetry.Issues;
using ErrorTelemetry.Pulls;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry;

/// <summary>Asks the host's hooks. What a hook throws, or how long it takes, never changes what triage does.</summary>
internal sealed class TriageHooks(IReadOnlyList<IRemediationAdvisor> advisors, IReadOnlyList<IPatchProposer> proposers, TimeProvider timeProvider, ILogger logger)
{
    public bool CanPropose => proposers.Count > 0;

    public async Task<IReadOnlyList<string>> AdviseAsync(ErrorGroup group, Classification classification, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var advice = new List<string>();
        foreach (var advisor in advisors)
        {
            if (await AskAsync(token => advisor.AdviseAsync(group, classification, token), advisor, group, timeout, cancellationToken).ConfigureAwait(false) is { } text && !string.IsNullOrWhiteSpace(text))
                advice.Add(text);
        }

        return advice;
    }

    public async Task<ProposedPatch?> ProposeAsync(ErrorGroup group, Classification classification, TimeSpan timeout, CancellationToken cancellationToken)
    {
        foreach (var proposer in proposers)
        {
            if (await AskAsync(token => proposer.ProposeAsync(group, classification, token), proposer, group, timeout, cancellationToken).ConfigureAwait(false) is { } patch)
                return patch;
        }

        return null;
    }

    // A hook that ignores its token is left behind; its late result is nobody's.
    private async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T?>> ask, object hook, ErrorGroup group, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var answer = Task.Run(() => ask(limit.Token), limit.Token);
            return await answer.WaitAsync(timeout, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await limit.CancelAsync().ConfigureAwait(false);
            Log.HookFailed(logger, hook.GetType().Name, group.Fingerprint, exception);
            return null;
        }
    }
}
