using System.Runtime.CompilerServices;

namespace ErrorTelemetry.Capture;

/// <summary>
/// Exceptions that an edge of the host has seen and will decide on when it knows how the request ends. The log hook leaves them alone:
/// what the server logs on the way out is the same error, and knows less about it.
/// </summary>
internal sealed class ClaimedExceptions
{
    private readonly ConditionalWeakTable<Exception, StrongBox<int>> _claims = [];

    /// <summary>Claims an exception until <see cref="Release"/>; several requests may claim the same instance.</summary>
    public void Claim(Exception exception) => Interlocked.Increment(ref _claims.GetValue(exception, static _ => new StrongBox<int>()).Value);

    public void Release(Exception exception)
    {
        if (_claims.TryGetValue(exception, out var count))
            Interlocked.Decrement(ref count.Value);
    }

    /// <summary>Whether the exception, or anything behind it, is claimed.</summary>
    public bool Contains(Exception exception) =>
        ExceptionChain.All(exception).Any(link => _claims.TryGetValue(link, out var count) && Volatile.Read(ref count.Value) > 0);
}
