namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// A whole stack text: a header, frames, and causes. .NET's <c>ToString()</c> nests them as <c>A: m ---&gt; B: m</c>, then B's frames, then
/// <c>--- End of inner exception stack trace ---</c>, then A's; an aggregate appends <c>---&gt; (Inner Exception #1) C: m … &lt;---</c>.
/// One pass, linear in the text.
/// </summary>
internal sealed class StackDocument
{
    private const string Arrow = "--->";
    private const string InlineArrow = " ---> ";
    private const string AggregateEnd = "<---";

    /// <summary>Most errors of one text; deeper causes are dropped, their frames too.</summary>
    private const int MaxErrors = 16;

    private readonly string _text;
    private readonly List<ParsedError> _errors = [];
    private readonly Stack<ParsedError> _open = new();

    private List<ErrorFrame>? _all;
    private bool? _isSafari;
    private bool _headedByPlace;

    private StackDocument(string text) => _text = text;

    /// <summary>The error itself.</summary>
    public ParsedError Root => _errors[0];

    /// <summary>The error and its causes, nearest first.</summary>
    public IReadOnlyList<ParsedError> Errors => _errors;

    /// <summary>All frames in the text's order, which is crash first: a cause's stand before those of the error that it caused.</summary>
    public IReadOnlyList<ErrorFrame> Frames => _all ?? Root.Frames;

    /// <summary>Whether any error has a frame.</summary>
    public bool HasFrames { get; private set; }

    /// <summary>Whether this is a .NET exception's text.</summary>
    public bool IsManaged { get; private set; }

    public static StackDocument Parse(string text)
    {
        var document = new StackDocument(text);
        if (FlatStack.Is(text))
            document.ReadFlat();
        else
            document.ReadLines();
        if (document._errors.Count == 0)
            document.Open(null, 0).MessageEnd = 0;
        return document;
    }

    private void ReadLines()
    {
        var start = 0;
        while (start < _text.Length)
        {
            var length = _text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? _text.Length : start + length;
            ReadLine(start, end);
            start = end + 1;
        }
    }

    private void ReadFlat()
    {
        for (var next = 0; next < _text.Length;)
        {
            var start = next;
            var end = next = FlatStack.End(_text, start);
            FlatStack.Trim(_text, ref start, ref end);
            ReadLine(start, end);
        }
    }

    private void ReadLine(int start, int end)
    {
        var line = _text.AsSpan(start, end - start).TrimEnd();
        var text = line.TrimStart();
        if (text.IsEmpty)
            return;
        if (_open.Count == 0)
        {
            ReadFirst(line, start);
            return;
        }
        if (text.StartsWith(Arrow, StringComparison.Ordinal))
        {
            CloseMessage(start);
            ReadCause(start + line.Length - text.Length + Arrow.Length, end);
        }
        else if (text.StartsWith("---", StringComparison.Ordinal) && text.EndsWith("---", StringComparison.Ordinal))
        {
            CloseMessage(start);
            if (IsEndOfInner(line, text))
                Close();
        }
        else if (text.EndsWith(AggregateEnd, StringComparison.Ordinal))
        {
            ReadFrame(line[..^AggregateEnd.Length], start);
            CloseMessage(end);
            Close();
        }
        else if (text.StartsWith("Caused by: ", StringComparison.Ordinal) || text.StartsWith("[cause]: ", StringComparison.Ordinal))
        {
            CloseMessage(start);
            ReadCause(start + line.Length - text.Length, end);
        }
        else if (!ReadFrame(line, start))
        {
            ReadContinuation(line, start, end);
        }
    }

    private void ReadFirst(ReadOnlySpan<char> line, int start)
    {
        if (ErrorHeader.TryParseBracketed(line, out var bracketed, out var inner))
        {
            Open(bracketed.ToString(), start + inner);
            IsManaged |= ErrorHeader.IsManaged(bracketed);
            CloseMessage(start + line.TrimEnd().Length - 1);
            return;
        }
        if (ErrorHeader.TryParse(line, out var type, out var message, strict: false))
        {
            // Firefox has no header: its first line is a frame, and none of its forms is a type with a colon and a blank.
            Open(type.ToString(), start + message);
            IsManaged |= ErrorHeader.IsManaged(type);
            SplitInline(start + message, start + line.Length);
            return;
        }
        var error = Open(null, start);
        _headedByPlace = StackText.StartsWithPath(line) && SourceLocation.HasLine(line);
        if (!ReadFrame(line, start))
            SplitInline(start, start + line.Length);
        else
            error.MessageEnd = start;
    }

    private bool ReadFrame(ReadOnlySpan<char> line, int start)
    {
        var error = _open.Peek();
        var before = error.Frames.Count;
        if (error.IsFull || !(error.TryAddFrame(line) || (IsSafari && error.TryAddName(line))))
            return false;
        HasFrames = true;
        if (error.Frames.Count > before)
        {
            IsManaged |= error.Frames[^1].Module is not null;
            _all?.Add(error.Frames[^1]);
        }
        CloseMessage(start);
        return true;
    }

    /// <summary>A line that is no frame belongs to the message while that is open; loggers put lines of their own before the real header.</summary>
    private void ReadContinuation(ReadOnlySpan<char> line, int start, int end)
    {
        var error = _open.Peek();
        if (error.MessageEnd >= 0)
            return;
        if (_errors.Count == 1 && !ErrorHeader.IsError(error.Type) && ErrorHeader.TryParse(line, out var type, out var message, strict: true) && (ErrorHeader.IsManaged(type) || _headedByPlace))
        {
            _errors.Clear();
            _open.Clear();
            var opened = Open(type.ToString(), start + message);
            IsManaged = ErrorHeader.IsManaged(type);
            // Node names the script that it cannot parse in the first line, and in no frame.
            if (_headedByPlace && type is "SyntaxError")
            {
                opened.AddPlace(FirstLine());
                HasFrames = true;
            }
            SplitInline(start + message, end);
            return;
        }
        SplitInline(start, end);
    }

    /// <summary>.NET Framework writes the chain of causes into one line: <c>A: m ---&gt; B: m</c>.</summary>
    private void SplitInline(int start, int end)
    {
        var arrow = _text.AsSpan(start, end - start).IndexOf(InlineArrow, StringComparison.Ordinal);
        if (arrow < 0)
            return;
        var next = start + arrow + InlineArrow.Length;
        if (!ErrorHeader.TryParse(_text.AsSpan(next, end - next), out _, out _, strict: true))
            return;
        CloseMessage(start + arrow);
        ReadCause(next, end);
    }

    private void ReadCause(int start, int end)
    {
        var line = _text.AsSpan(start, end - start);
        var trimmed = line.TrimStart();
        start += line.Length - trimmed.Length;
        // "(Inner Exception #1) Type: message", in any language; the first repeats what stood before.
        if (trimmed.StartsWith("(", StringComparison.Ordinal) && trimmed.IndexOf(") ", StringComparison.Ordinal) is > 0 and var close && trimmed[..close].Contains('#'))
        {
            start += close + 2;
            trimmed = trimmed[(close + 2)..];
        }
        if (ErrorHeader.TryParse(trimmed, out var type, out var message, strict: true))
        {
            Open(type.ToString(), start + message);
            IsManaged |= ErrorHeader.IsManaged(type);
            SplitInline(start + message, end);
        }
        else
        {
            Open(null, start);
        }
    }

    /// <summary>Whether the text is Safari's, with evaluated code: only there a bare name is a frame.</summary>
    private bool IsSafari => _isSafari ??= _text.Contains("eval@[native code]", StringComparison.Ordinal);

    private ReadOnlySpan<char> FirstLine()
    {
        var text = _text.AsSpan().TrimStart();
        return text[..Math.Max(0, text.IndexOf('\n'))].TrimEnd();
    }

    private ParsedError Open(string? type, int messageStart)
    {
        var error = new ParsedError(type, messageStart);
        if (_errors.Count < MaxErrors)
            _errors.Add(error);
        _open.Push(error);
        if (_errors.Count == 2)
            _all ??= [.. Root.Frames];
        return error;
    }

    private void CloseMessage(int end)
    {
        var error = _open.Peek();
        if (error.MessageEnd < 0)
            error.MessageEnd = Math.Max(end, error.MessageStart);
    }

    private void Close()
    {
        if (_open.Count > 1)
            _open.Pop();
    }

    /// <summary>
    /// Tells <c>--- End of inner exception stack trace ---</c> from <c>--- End of stack trace from previous location ---</c> in any language:
    /// only the first is indented, and only the first can come while a cause is open.
    /// </summary>
    private bool IsEndOfInner(ReadOnlySpan<char> line, ReadOnlySpan<char> text) =>
        _open.Count > 1 && !text.Contains("previous location", StringComparison.OrdinalIgnoreCase)
        && (text.Contains("inner exception", StringComparison.OrdinalIgnoreCase) || line.Length != text.Length);
}
