using System.Buffers;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>The rows of a statement, whose list of columns says which values go: <c>INSERT INTO users (name, password) VALUES ('joe', '…'), ('ann', '…')</c>.</summary>
internal static class RowScanner
{
    /// <summary>The word between columns and rows, in any case.</summary>
    public const string Word = "values";

    private const int MaxGapChars = 96;
    private const int MaxListChars = 1024;
    private const int MaxColumns = 64;
    private const int MaxRows = 32;
    private const int MaxValueChars = 4096;

    /// <summary>What goes of the rows behind the word at this place, in the order in which it stands there; <see langword="null"/> where no column is sensitive.</summary>
    public static List<Found>? Find(ReadOnlySpan<char> text, int at, RedactionRules rules)
    {
        if (!text[at..].StartsWith(Word, StringComparison.OrdinalIgnoreCase)) return null;
        var i = OperatorReader.SkipBlanks(text, at + Word.Length, lines: true);
        if (i >= text.Length || text[i] != '(' || ReadColumns(text, at, rules) is not { } columns) return null;
        List<Found>? found = null;
        for (var row = 0; row < MaxRows && i < text.Length && text[i] == '('; row++)
        {
            i = ReadRow(text, i + 1, columns, rules, ref found);
            if (i < 0) return found;
            i = OperatorReader.SkipBlanks(text, i, lines: true);
            if (i < text.Length && text[i] == ',') i = OperatorReader.SkipBlanks(text, i + 1, lines: true);
        }

        return found;
    }

    /// <summary>The names of the columns in brackets before the word, an empty one for each that is of no interest; <see langword="null"/> where all are.</summary>
    private static string[]? ReadColumns(ReadOnlySpan<char> text, int at, RedactionRules rules)
    {
        var gap = text[Math.Max(0, at - MaxGapChars)..at];
        var close = gap.LastIndexOf(')');
        if (close < 0 || gap[(close + 1)..].ContainsAnyExcept(ColumnChars)) return null;
        close += at - gap.Length;
        var window = text[Math.Max(0, close - MaxListChars)..close];
        var list = window[(window.LastIndexOf('(') + 1)..];
        if (list.Length == window.Length || list.ContainsAnyExcept(ColumnChars)) return null;
        string[]? columns = null;
        var index = 0;
        foreach (var range in list.Split(','))
        {
            var name = list[range].Trim("\"'`[] \t\r\n\\");
            if (index == MaxColumns) break;
            if (NamedValueRedactor.DetectorOf(name, rules) is not null)
            {
                if (columns is null) Array.Fill(columns = new string[MaxColumns], string.Empty);
                columns[index] = name.ToString();
            }

            index++;
        }

        return columns;
    }

    /// <summary>Behind the row's closing bracket, or -1 where it has no end.</summary>
    private static int ReadRow(ReadOnlySpan<char> text, int at, string[] columns, RedactionRules rules, ref List<Found>? found)
    {
        var i = at;
        for (var index = 0; index < MaxColumns; index++)
        {
            i = ReadValue(text, i, out var start, out var end);
            if (i < 0) return -1;
            if (columns[index].Length > 0 && end > start && !Redacted.IsOnly(text[start..end]) && NamedValueRedactor.KindOf(columns[index], text[start..end].ToString(), rules) is { } kind)
            {
                found ??= [];
                found.Add(new Found(start, end, kind));
            }

            if (text[i] == ')') return i + 1;
            i++;
        }

        return -1;
    }

    /// <summary>The comma or bracket behind a value, or -1; the value is what stands in quotes, be it within a call, or a number. A parameter is none.</summary>
    private static int ReadValue(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        (start, end) = (at, at);
        var limit = Math.Min(text.Length, at + MaxValueChars);
        var depth = 0;
        var i = at;
        while (i < limit)
        {
            if (text[i] is '\'' or '"' || (text[i] == '\\' && i + 1 < limit && text[i + 1] is '\'' or '"'))
            {
                var open = text[i] == '\\' ? i + 2 : i + 1;
                i = EndOfQuoted(text[..limit], open, out var close);
                if (i < 0) return -1;
                if (end == start) (start, end) = (open, close);
                continue;
            }

            if (text[i] == '(') depth++;
            else if (text[i] is ')' or ',' && depth == 0)
            {
                var bare = text[at..i].Trim();
                if (end == start && !bare.IsEmpty && !bare.ContainsAnyExceptInRange('0', '9')) (start, end) = (i - text[at..i].TrimStart().Length, i - text[at..i].TrimStart().Length + bare.Length);
                return i;
            }
            else if (text[i] == ')') depth--;
            i++;
        }

        return -1;
    }

    /// <summary>Behind the closing quote; two in a row, or one behind a backslash, stand for one.</summary>
    private static int EndOfQuoted(ReadOnlySpan<char> text, int open, out int close)
    {
        var quote = text[open - 1];
        var escaped = open > 1 && text[open - 2] == '\\';
        close = open;
        for (var i = open; i < text.Length; i++)
        {
            if (escaped ? text[i] == '\\' && i + 1 < text.Length && text[i + 1] == quote : text[i] == quote)
            {
                close = i;
                i += escaped ? 2 : 1;
                if (escaped || i >= text.Length || text[i] != quote) return i;
            }
            else if (!escaped && text[i] == '\\') i++;
        }

        return -1;
    }

    private static readonly SearchValues<char> ColumnChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$#.,\"'`[] \t\r\n\\");
}
