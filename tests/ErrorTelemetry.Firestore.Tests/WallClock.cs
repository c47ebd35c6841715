namespace ErrorTelemetry;

/// <summary>Tells the time of another clock, but lets timers run in real time: retries and deadlines against a real server go on while a test's clock stands still.</summary>
internal sealed class WallClock(TimeProvider wall) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => wall.GetUtcNow();
}
