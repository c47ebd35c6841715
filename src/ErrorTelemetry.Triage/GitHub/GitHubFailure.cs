namespace ErrorTelemetry.GitHub;

/// <summary>What a failed call means for the run.</summary>
internal enum GitHubFailure
{
    /// <summary>The token, the repository or its settings: it will fail again. Ends the run.</summary>
    Configuration = 0,

    /// <summary>GitHub cannot be reached. Ends the run.</summary>
    Unreachable = 1,

    /// <summary>A limit that lasts too long to wait for. Ends the run; the work is kept for the next.</summary>
    Limit = 2,

    /// <summary>Known not to have happened; may be tried again after a look-up.</summary>
    NotSent = 3,

    /// <summary>GitHub refused this one request. Fails one group.</summary>
    Refused = 4,

    /// <summary>Nobody knows whether it happened: it is looked up before anything is sent again.</summary>
    Unknown = 5,

    /// <summary>The thing itself is not there.</summary>
    Gone = 6,
}
