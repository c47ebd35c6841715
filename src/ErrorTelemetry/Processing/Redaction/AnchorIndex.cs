using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>All anchors of one redactor, by the first two characters: one table look-up tells whether anything can start here.</summary>
/// <remarks>The look-up folds each character to five bits, so that <c>Pa</c> and <c>pa</c> share a bucket; the anchors themselves compare exactly.</remarks>
internal sealed class AnchorIndex
{
    private const int Buckets = 32 * 32;

    private readonly Anchor[]?[] _tokens = new Anchor[]?[Buckets];
    private readonly Anchor[]?[] _names = new Anchor[]?[Buckets];

    public AnchorIndex(RedactionOptions options, Func<Detector, bool> enabled)
    {
        var tokens = TokenTable.Rows.SelectMany(row => row.Forms.Select(form => Anchor.ForToken(DetectorTable.ById[row.Id], TokenShape.Parse(form))))
            .Concat(options.CustomPatterns.Select(form => Anchor.ForToken(DetectorTable.Custom, TokenShape.Parse(form))))
            .Where(anchor => enabled(anchor.Detector))
            .ToList();
        var names = options.SensitiveNames.Select(name => Anchor.ForName(DetectorTable.SensitiveName, name, NameStrength.Strong))
            .Concat(NameTable.Rows.SelectMany(row => row.Names.Select(name => Anchor.ForName(DetectorTable.ById[row.Id], name, row.Strength))))
            .Where(anchor => enabled(anchor.Detector));

        Fill(_tokens, tokens.Where(anchor => anchor.Literal.Length >= 2));
        // The longest name first, so that "session id" is asked before "session".
        Fill(_names, names.OrderByDescending(anchor => anchor.Literal.Length));
        Open = [.. tokens.Where(anchor => anchor.Literal.Length < 2)];
    }

    /// <summary>Forms that start with a class: tried at words long enough.</summary>
    public Anchor[] Open { get; }

    public Anchor[]? TokensAt(char first, char second) => _tokens[Bucket(first, second)];

    public Anchor[]? NamesAt(char first, char second) => _names[Bucket(first, second)];

    private static int Bucket(char first, char second) => (first & 31) << 5 | (second & 31);

    private static void Fill(Anchor[]?[] table, IEnumerable<Anchor> anchors)
    {
        foreach (var group in anchors.GroupBy(anchor => Bucket(anchor.Literal[0], anchor.Literal[1]))) table[group.Key] = [.. group];
    }
}
