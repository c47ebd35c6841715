namespace ErrorTelemetry.Sample.Breaks;

/// <summary>One way to break, as a button on the first page.</summary>
/// <param name="Path">Where the button leads.</param>
/// <param name="Title">The button's text.</param>
/// <param name="Text">What happens, and which hook catches it.</param>
internal sealed record Break(string Path, string Title, string Text);
