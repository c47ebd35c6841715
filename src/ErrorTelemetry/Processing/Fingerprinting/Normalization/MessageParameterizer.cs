using System.Text;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Replaces the values in a message by what they are, so that messages which differ only in them are equal. One pass, linear in the text.</summary>
internal static class MessageParameterizer
{
    /// <summary>How much of a message is looked at.</summary>
    private const int LongestMessage = 2_000;

    /// <summary>
    /// How much of what is left counts: less than of any message that was cut, so that it does not matter where, which depends on what redaction
    /// removed before it.
    /// </summary>
    private const int LongestResult = 500;

    public static string Parameterize(string message, bool keepFileNames = false)
    {
        // A cause's message may be as long as the stack that it was read from.
        var text = FullRedaction.Apply(SystemTexts.Unify(message.Length > 2 * LongestMessage ? message[..(2 * LongestMessage)] : message)).AsSpan().Trim();
        if (text.Length > LongestMessage)
            text = text[..LongestMessage];
        var output = new StringBuilder(Math.Min(text.Length, LongestResult + 64));
        var position = 0;
        while (position < text.Length && output.Length < LongestResult)
        {
            var c = text[position];
            if (char.IsWhiteSpace(c))
            {
                if (output.Length > 0 && output[^1] != ' ')
                    output.Append(' ');
                position++;
                continue;
            }
            var length = ValueScanner.Match(text, position, out var placeholder);
            if (length > 0)
            {
                if (keepFileNames && placeholder == Placeholders.Url)
                    output.Append(FileNames.Normalize(text.Slice(position, length)));
                else
                    output.Append(placeholder);
                position += length;
                continue;
            }
            // No value: the rest of the word is copied, so that no later part of it is taken for one.
            length = ValueScanner.WordLength(text, position);
            var word = text.Slice(position, length);
            if (word.StartsWith("0X", StringComparison.OrdinalIgnoreCase))
                AppendLower(output, word);
            else
                output.Append(word);
            position += length;
        }
        return output.ToString();
    }

    /// <summary>A code in either case is the same code.</summary>
    private static void AppendLower(StringBuilder output, ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            output.Append(char.ToLowerInvariant(c));
    }
}
