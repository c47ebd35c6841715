namespace ErrorTelemetry;

/// <summary>Adds what a part of the host knows (circuit id, route, page id) to every error caught in process.</summary>
/// <remarks>Called where the error is caught, on that thread; it must be quick, and an exception it throws is logged and ignored.</remarks>
public interface IErrorContextProvider
{
    /// <summary>Fills in what is still missing.</summary>
    void Provide(ErrorContext context);
}
