namespace ErrorTelemetry.Faults;

/// <summary>What can go wrong between a client and Firestore.</summary>
public enum FaultKind
{
    /// <summary>The call is refused with <c>UNAVAILABLE</c>; nothing happens.</summary>
    Unavailable,

    /// <summary>The call happens, but its answer is <c>UNAVAILABLE</c>.</summary>
    LostAnswer,

    /// <summary>The call happens, but the stream is reset before its answer.</summary>
    ResetStream,

    /// <summary>The call is refused with <c>ABORTED</c>, as in contention.</summary>
    Aborted,

    /// <summary>The call is refused with <c>PERMISSION_DENIED</c>.</summary>
    PermissionDenied,

    /// <summary>The call is refused with <c>UNAUTHENTICATED</c>.</summary>
    Unauthenticated,

    /// <summary>The call is refused as Firestore does where the project has no such database.</summary>
    NoDatabase,

    /// <summary>No answer comes before the caller gives up.</summary>
    Hang,
}
