using ErrorTelemetry.Processing.Fingerprinting.Frames;

namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>Turns spans into frames, at most <see cref="MaxFrames"/>, and shares equal strings of neighbours (most frames of a stack lie in few files).</summary>
internal struct FrameBuilder()
{
    /// <summary>Most frames of one stack. Engines give 10 to 200; a longer one is recursion.</summary>
    public const int MaxFrames = 250;

    /// <summary>How many frames back an equal string is looked for.</summary>
    private const int LookBack = 8;

    private List<ErrorFrame>? _frames;

    public readonly int Count => _frames?.Count ?? 0;

    public readonly bool IsFull => Count >= MaxFrames;

    public readonly IReadOnlyList<ErrorFrame> Frames => (IReadOnlyList<ErrorFrame>?)_frames ?? [];

    public void AddScript(ReadOnlySpan<char> function, SourceLocation location)
    {
        var file = Share(location.File, isFile: true, out var earlier);
        var inApp = earlier?.InApp ?? InAppRules.IsScriptInApp(file);
        Add(new ErrorFrame(function.IsEmpty ? null : function.ToString(), null, file, location.Line, location.Column, inApp));
    }

    public void AddManaged(string function, ReadOnlySpan<char> module, ReadOnlySpan<char> file, int? line)
    {
        var declaring = Share(module, isFile: false, out _);
        Add(new ErrorFrame(function, declaring, Share(file, isFile: true, out _), line, null, InAppRules.IsManagedInApp(declaring, function)));
    }

    /// <summary>A frame of which only the image is known: no method, so that the message has to count.</summary>
    public void AddImage(ReadOnlySpan<char> image)
    {
        var file = Share(image, isFile: true, out _);
        Add(new ErrorFrame(null, null, file, null, null, InAppRules.IsManagedInApp(file, string.Empty)));
    }

    private void Add(ErrorFrame frame)
    {
        if (!IsFull)
            (_frames ??= new List<ErrorFrame>(12)).Add(frame);
    }

    /// <summary>The text as a string: the same instance that one of the last frames holds, where one does.</summary>
    private readonly string? Share(ReadOnlySpan<char> text, bool isFile, out ErrorFrame? earlier)
    {
        earlier = null;
        if (text.IsEmpty)
            return null;
        for (var i = Count - 1; i >= 0 && i >= Count - LookBack; i--)
        {
            var known = isFile ? _frames![i].File : _frames![i].Module;
            if (known is null || !text.SequenceEqual(known))
                continue;
            earlier = _frames[i];
            return known;
        }
        return text.ToString();
    }
}
