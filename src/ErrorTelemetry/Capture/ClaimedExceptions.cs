using System.Runtime.InteropServices;

namespace ErrorTelemetry.Capture;

/// <summary>
/// Exceptions that an edge of the host has seen and will decide on when it knows how the request ends. The log hook leaves them alone:
/// what the server logs on the way out is the same error, and knows less about it.
/// </summary>
internal sealed class ClaimedExceptions
{
    // No weak table: each entry of one costs a handle of the collector's, and a claim lives no longer than its request.
    private readonly Dictionary<Exception, int> _claims = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _gate = new();

    /// <summary>Claims an exception until <see cref="Release"/>; several requests may claim the same instance.</summary>
    public void Claim(Exception exception)
    {
        lock (_gate)
            CollectionsMarshal.GetValueRefOrAddDefault(_claims, exception, out _)++;
    }

    public void Release(Exception exception)
    {
        lock (_gate)
        {
            if (_claims.TryGetValue(exception, out var count) && count > 1)
                _claims[exception] = count - 1;
            else
                _claims.Remove(exception);
        }
    }

    /// <summary>Whether the exception, or anything behind it, is claimed.</summary>
    public bool Contains(Exception exception) => ExceptionChain.All(exception).Any(IsClaimed);

    private bool IsClaimed(Exception exception)
    {
        lock (_gate)
            return _claims.ContainsKey(exception);
    }
}
