using ErrorTelemetry.Processing.Redaction.Scanners;
using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>All anchors of one redactor, by the first two characters: one table look-up tells whether anything can start here.</summary>
/// <remarks>The look-up folds each character to five bits, so that <c>Pa</c> and <c>pa</c> share a bucket; the anchors themselves compare exactly.</remarks>
internal sealed class AnchorIndex
{
    private const int Buckets = 32 * 32;

    private const int MinVendorChars = 4;

    private const uint SeparatorBits = 1u << ('_' & 31) | 1u << ('-' & 31) | 1u << ('.' & 31) | 1u << (' ' & 31);

    private readonly Anchor[]?[] _tokens = new Anchor[]?[Buckets];
    private readonly Anchor[]?[] _names = new Anchor[]?[Buckets];

    // Which third characters can follow; most words are turned away here without a look at any anchor.
    private readonly uint[] _tokenThirds = new uint[Buckets];
    private readonly uint[] _nameThirds = new uint[Buckets];
    private readonly uint[] _schemeThirds = new uint[Buckets];
    private readonly uint[] _anyThirds = new uint[Buckets];

    public AnchorIndex(RedactionOptions options, Func<Detector, bool> enabled)
    {
        var tokens = TokenTable.Rows.SelectMany(row => row.Forms.Select(form => Anchor.ForToken(DetectorTable.ById[row.Id], TokenShape.Parse(form))))
            .Concat(options.CustomPatterns.Select(form => Anchor.ForToken(DetectorTable.Custom, TokenShape.Parse(form))))
            .Where(anchor => enabled(anchor.Detector))
            .ToList();
        var names = options.SensitiveNames.Select(name => Anchor.ForName(DetectorTable.SensitiveName, name, NameStrength.Strong))
            .Concat(NameTable.Rows.SelectMany(row => row.Names.Select(name => Anchor.ForName(DetectorTable.ById[row.Id], name, row.Strength))))
            .Concat(ProviderTable.Rows.SelectMany(row => row.Words.Where(word => word.Length >= MinVendorChars).Select(word => Anchor.ForName(DetectorTable.ById[row.Id], word.Replace('-', ' ').Replace('_', ' '), NameStrength.Vendor))))
            .Where(anchor => enabled(anchor.Detector));

        Fill(_tokens, _tokenThirds, tokens.Where(anchor => anchor.Literal.Length >= 2));
        // The longest name first, so that "session id" is asked before "session".
        Fill(_names, _nameThirds, names.OrderByDescending(anchor => anchor.Literal.Length));
        foreach (var word in SchemeScanner.Words) _schemeThirds[Bucket(word[0], word[1])] |= 1u << (word[2] & 31);
        for (var i = 0; i < Buckets; i++) _anyThirds[i] = _tokenThirds[i] | _nameThirds[i] | _schemeThirds[i];
        Open = [.. tokens.Where(anchor => anchor.Literal.Length < 2)];
    }

    /// <summary>Forms that start with a class: tried at words long enough.</summary>
    public Anchor[] Open { get; }

    public Anchor[]? TokensAt(ReadOnlySpan<char> text, int at) => At(_tokens, _tokenThirds, text, at);

    public Anchor[]? NamesAt(ReadOnlySpan<char> text, int at) => At(_names, _nameThirds, text, at);

    /// <summary>Whether anything at all may start here.</summary>
    public bool MayStart(ReadOnlySpan<char> text, int at) => at + 2 < text.Length && (_anyThirds[Bucket(text[at], text[at + 1])] >> (text[at + 2] & 31) & 1) != 0;

    /// <summary>Whether the name of an authorization scheme may start here.</summary>
    public bool MayBeScheme(ReadOnlySpan<char> text, int at) => at + 2 < text.Length && (_schemeThirds[Bucket(text[at], text[at + 1])] >> (text[at + 2] & 31) & 1) != 0;

    private static Anchor[]? At(Anchor[]?[] table, uint[] thirds, ReadOnlySpan<char> text, int at)
    {
        if (at + 2 >= text.Length) return null;
        var bucket = Bucket(text[at], text[at + 1]);
        return (thirds[bucket] >> (text[at + 2] & 31) & 1) == 0 ? null : table[bucket];
    }

    private static int Bucket(char first, char second) => (first & 31) << 5 | (second & 31);

    private static void Fill(Anchor[]?[] table, uint[] thirds, IEnumerable<Anchor> anchors)
    {
        foreach (var group in anchors.GroupBy(anchor => Bucket(anchor.Literal[0], anchor.Literal[1])))
        {
            table[group.Key] = [.. group];
            foreach (var anchor in group)
            {
                if (anchor.Literal.Length == 2) thirds[group.Key] = uint.MaxValue;
                else thirds[group.Key] |= 1u << (anchor.Literal[2] & 31) | ((anchor.Joints >> 2 & 1) != 0 ? SeparatorBits : 0);
            }
        }
    }
}
