namespace ErrorTelemetry;

/// <summary>An endpoint (controller, action, Razor Page or minimal API) whose server errors are never captured. Its correlation id stays.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Delegate)]
public sealed class DisableErrorTelemetryAttribute : Attribute;
