namespace ErrorTelemetry;

/// <summary>A store could not do what it was asked. The message says what is wrong and what to do about it.</summary>
public sealed class ErrorStoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="isTransient">Whether trying again can help.</param>
    /// <param name="innerException">What the store's own driver said.</param>
    public ErrorStoreException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>Whether trying again can help: <see langword="true"/> for a lock or a lost connection, <see langword="false"/> for a corrupt file or missing permission.</summary>
    public bool IsTransient { get; }
}
