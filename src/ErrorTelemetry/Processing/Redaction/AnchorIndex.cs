using ErrorTelemetry.Processing.Redaction.Scanners;
using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>All anchors of one redactor, by the first three characters, and a filter by the fourth: nearly every word is turned away by two looks into tables.</summary>
/// <remarks>The look-ups fold each character to five bits, so that <c>Pas</c> and <c>pas</c> share a place; the anchors themselves compare exactly.</remarks>
internal sealed class AnchorIndex
{
    private const int Buckets = 32 * 32;

    private const int MinVendorChars = 4;

    private static readonly char[] Separators = ['_', '-', '.', ' '];

    // Which third characters can follow the first two; small enough to stay in the nearest cache.
    private readonly uint[] _thirds = new uint[Buckets];
    private readonly uint[] _nameThirds = new uint[Buckets];

    // The place of each three characters; 0 is the empty one.
    private readonly ushort[] _places = new ushort[Buckets * 32];
    private readonly Place[] _all;

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

        List<Place> places = [new Place()];
        foreach (var anchor in tokens.Where(anchor => anchor.Literal.Length >= 2))
        {
            foreach (var start in StartsOfToken(anchor.Literal)) PlaceOf(places, start).AddToken(anchor, start);
        }

        // The longest name first, so that "session id" is asked before "session".
        foreach (var anchor in names.OrderByDescending(anchor => anchor.Literal.Length))
        {
            foreach (var start in StartsOfName(anchor))
            {
                PlaceOf(places, start).AddName(anchor, start);
                _nameThirds[Bucket(start[0], start[1])] |= Bit(start[2]);
            }
        }

        foreach (var word in SchemeScanner.Words) PlaceOf(places, word).AddScheme(word);
        _all = [.. places];
        Open = new OpenForms(tokens.Where(anchor => anchor.Literal.Length < 2));
    }

    /// <summary>Forms that start with a class: tried at words long enough.</summary>
    public OpenForms Open { get; }

    /// <summary>Whether anything at all may start here; a look that turns most words away.</summary>
    public bool MayStart(ReadOnlySpan<char> text, int at) => at + 2 < text.Length && (_thirds[Bucket(text[at], text[at + 1])] & Bit(text[at + 2])) != 0;

    /// <summary>What may start here; <see langword="null"/> where nothing can.</summary>
    public Place? At(ReadOnlySpan<char> text, int at)
    {
        if (!MayStart(text, at)) return null;
        var place = _all[_places[Index(text[at], text[at + 1], text[at + 2])]];
        return at + 3 >= text.Length || place.MayFollow(text[at + 3]) ? place : null;
    }

    /// <summary>The names that may start here, the longest first.</summary>
    public Anchor[]? NamesAt(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && (_nameThirds[Bucket(text[at], text[at + 1])] & Bit(text[at + 2])) != 0 ? At(text, at)?.Names : null;

    private static int Bucket(char first, char second) => (first & 31) << 5 | (second & 31);

    private static int Index(char first, char second, char third) => Bucket(first, second) << 5 | (third & 31);

    private static uint Bit(char c) => 1u << (c & 31);

    private Place PlaceOf(List<Place> places, string start)
    {
        _thirds[Bucket(start[0], start[1])] |= Bit(start[2]);
        ref var index = ref _places[Index(start[0], start[1], start[2])];
        if (index == 0)
        {
            index = (ushort)places.Count;
            places.Add(new Place());
        }

        return places[index];
    }

    /// <summary>What a text with this token starts with, as far as it is fixed: behind two letters anything may stand.</summary>
    private static IEnumerable<string> StartsOfToken(string literal) =>
        literal.Length > 2 ? [literal] : Enumerable.Range('@', 32).Select(third => literal + (char)third);

    /// <summary>The ways in which the first letters of a name can be written, with and without a sign at its joints.</summary>
    private static IEnumerable<string> StartsOfName(Anchor anchor)
    {
        IEnumerable<string> starts = [string.Empty];
        for (var i = 0; i < Math.Min(anchor.Literal.Length, 4); i++)
        {
            var letter = anchor.Literal[i];
            var joint = (anchor.Joints >> i & 1) != 0;
            starts = [.. starts.SelectMany(start => joint ? Separators.Select(sign => $"{start}{sign}{letter}").Append(start + letter) : [start + letter])];
        }

        return starts.SelectMany(start => start.Length > 2 ? [start] : Enumerable.Range('@', 32).Select(third => start + (char)third));
    }

    /// <summary>What may start with the same three characters.</summary>
    internal sealed class Place
    {
        private uint _lower;
        private uint _others;

        /// <summary>The forms of tokens.</summary>
        public Anchor[]? Tokens { get; private set; }

        /// <summary>The names, the longest first.</summary>
        public Anchor[]? Names { get; private set; }

        /// <summary>Whether an authorization scheme or a command may start here.</summary>
        public bool IsScheme { get; private set; }

        /// <summary>Whether one of them goes on with this character.</summary>
        public bool MayFollow(char fourth) => ((char.IsAsciiLetterLower(fourth) ? _lower : _others) & Bit(fourth)) != 0;

        public void AddToken(Anchor anchor, string start)
        {
            Tokens = [.. Tokens ?? [], anchor];
            if (start.Length <= 3) (_lower, _others) = (uint.MaxValue, uint.MaxValue);
            else if (char.IsAsciiLetterLower(start[3])) _lower |= Bit(start[3]);
            else _others |= Bit(start[3]);
        }

        public void AddName(Anchor anchor, string start)
        {
            if (Names?.Contains(anchor) != true) Names = [.. Names ?? [], anchor]; // once, in however many ways its joint is written
            if (start.Length > 3) _lower |= Bit(start[3]);
            else if (anchor.Literal.Length < 3) _lower = uint.MaxValue;
            _others |= start.Length > 3 ? Bit(start[3]) : uint.MaxValue; // a name of three letters ends where a small one follows
        }

        public void AddScheme(string word)
        {
            IsScheme = true;
            _lower |= word.Length > 3 ? Bit(word[3]) : uint.MaxValue;
            _others |= word.Length > 3 ? Bit(word[3]) : uint.MaxValue;
        }
    }
}
