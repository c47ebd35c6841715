namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>One error of a stack text: the root or one of its causes.</summary>
internal sealed class ParsedError(string? type, int messageStart)
{
    private FrameBuilder _frames = new();

    public string? Type { get; } = type;

    /// <summary>Where the message starts in the text.</summary>
    public int MessageStart { get; } = messageStart;

    /// <summary>Where the message ends; -1 while its lines still come.</summary>
    public int MessageEnd { get; set; } = -1;

    public IReadOnlyList<ErrorFrame> Frames => _frames.Frames;

    public bool IsFull => _frames.IsFull;

    public bool TryAddFrame(ReadOnlySpan<char> line) => StackLine.TryParse(line, ref _frames);

    public bool TryAddName(ReadOnlySpan<char> line) => GeckoLine.TryName(line, ref _frames);

    public void AddPlace(ReadOnlySpan<char> place) => _frames.AddScript(default, SourceLocation.Parse(place));

    /// <summary>The message; empty where the text holds none.</summary>
    public string MessageIn(string text)
    {
        var end = MessageEnd < 0 ? text.Length : MessageEnd;
        return MessageStart >= end ? string.Empty : text.AsSpan(MessageStart, end - MessageStart).Trim().ToString();
    }
}
