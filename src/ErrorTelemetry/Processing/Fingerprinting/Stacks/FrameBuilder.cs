using ErrorTelemetry.Processing.Fingerprinting.Frames;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>Turns spans into frames, at most <see cref="MaxFrames"/>, and shares equal strings of neighbours (most frames of a stack lie in few files).</summary>
internal struct FrameBuilder()
{
    /// <summary>Most frames of one stack. Engines give 10 to 200; a longer one is recursion.</summary>
    public const int MaxFrames = 250;

    private List<ErrorFrame>? _frames;
    private string? _file;
    private string? _module;

    public readonly int Count => _frames?.Count ?? 0;

    public readonly bool IsFull => Count >= MaxFrames;

    public readonly IReadOnlyList<ErrorFrame> Frames => (IReadOnlyList<ErrorFrame>?)_frames ?? [];

    public void AddScript(ReadOnlySpan<char> function, SourceLocation location)
    {
        var file = Share(ref _file, location.File);
        var name = function.IsEmpty ? null : function.ToString();
        Add(new ErrorFrame(name, null, file, location.Line, location.Column, InAppRules.IsScriptInApp(name, file)));
    }

    public void AddManaged(string function, ReadOnlySpan<char> module, ReadOnlySpan<char> file, int? line)
    {
        var declaring = Share(ref _module, module);
        Add(new ErrorFrame(function, declaring, Share(ref _file, file), line, null, InAppRules.IsManagedInApp(declaring, function)));
    }

    private void Add(ErrorFrame frame)
    {
        if (!IsFull)
            (_frames ??= new List<ErrorFrame>(12)).Add(frame);
    }

    private static string? Share(ref string? last, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        if (last is null || !text.SequenceEqual(last))
            last = text.ToString();
        return last;
    }
}
