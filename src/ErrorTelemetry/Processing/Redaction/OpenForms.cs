using System.Buffers;
using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Forms of tokens that start with a class of characters, such as 32 hexadecimal digits. How many of a class stand in a row is counted once for all of its forms.</summary>
internal sealed class OpenForms
{
    private readonly Class[] _classes;

    public OpenForms(IEnumerable<Anchor> anchors)
    {
        _classes = [.. anchors.GroupBy(anchor => anchor.Shape!.FirstChars, StringComparer.Ordinal).Select(group => new Class(
            SearchValues.Create(group.Key),
            [.. group.GroupBy(anchor => anchor.Shape!.FirstMin).OrderBy(forms => forms.Key).Select(forms => new Forms(forms.Key, [.. forms]))]))];
    }

    /// <summary>The longest token that starts at <paramref name="at"/>.</summary>
    public bool TryFind(ReadOnlySpan<char> text, int at, bool escaped, out Found found)
    {
        found = default;
        foreach (var (chars, all) in _classes)
        {
            var window = text.Slice(at, Math.Min(text.Length - at, all[^1].Min));
            var run = window.IndexOfAnyExcept(chars);
            if (run < 0) run = window.Length;
            foreach (var (min, anchors) in all)
            {
                if (run < min) break;
                if (TokenScanner.TryFind(text, at, anchors, escaped, out var one) && one.End > found.End) found = one;
            }
        }

        return found.End > 0;
    }

    private readonly record struct Class(SearchValues<char> Chars, Forms[] All);

    private readonly record struct Forms(int Min, Anchor[] Anchors);
}
