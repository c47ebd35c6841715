namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>
/// Exceptions that the runtime throws with one text of its own, in the machine's language: where frames say which call it was, the text adds nothing
/// but the language.
/// </summary>
internal static class RuntimeErrors
{
    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "System.AccessViolationException", "System.ArrayTypeMismatchException", "System.Collections.Generic.KeyNotFoundException", "System.DivideByZeroException", "System.FormatException",
        "System.IndexOutOfRangeException", "System.InsufficientExecutionStackException", "System.InsufficientMemoryException", "System.IO.EndOfStreamException", "System.NotImplementedException",
        "System.NullReferenceException", "System.OperationCanceledException", "System.OutOfMemoryException", "System.OverflowException", "System.RankException", "System.StackOverflowException",
        "System.Threading.AbandonedMutexException", "System.Threading.SemaphoreFullException", "System.Threading.SynchronizationLockException", "System.Threading.Tasks.TaskCanceledException",
        "System.Threading.ThreadAbortException", "System.Threading.ThreadInterruptedException", "System.TimeoutException",
    };

    public static bool Contains(string type) => s_types.Contains(type);
}
