namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>
/// Tells what a person named (<c>UserList</c>, <c>HTMLView</c>, <c>BillingPageV2</c>) from random letters and digits (<c>XEznPFPD</c>): a name falls into
/// words that can be spoken. Of random texts of eight characters, two in a hundred pass for a name.
/// </summary>
internal static class WordShape
{
    private const int MostConsonants = 3;
    private const int LongestShortWord = 5;
    private const int LongestAcronym = 4;
    private const int LongestNumber = 2;

    /// <summary>Whether letters and digits read as words in camel case, with at most one acronym and a short number at the end.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        var acronyms = 0;
        var shortWords = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiDigit(text[i]))
                return i > 0 && text.Length - i <= LongestNumber && text[i..].IndexOfAnyExceptInRange('0', '9') < 0;
            var capitals = Capitals(text[i..]);
            var word = capitals + Lowers(text[(i + capitals)..]);
            if (word > capitals && capitals > 1)
            {
                // The last capital of HTMLView starts the next word.
                word = capitals - 1;
                capitals = word;
            }
            if (word > capitals)
            {
                // The html of htmlIcon is an acronym too.
                var acronym = i == 0 && capitals == 0 && word is > 1 and <= LongestAcronym && !HasVowel(text[..word]) && ++acronyms == 1;
                if (!acronym && (!CanBeSpoken(text.Slice(i, word)) || (word == 2 && ++shortWords > 1)))
                    return false;
            }
            else if (!IsVersion(text[i..]) && (++acronyms > 1 || word > LongestAcronym || (word == 1 && i > 0)))
            {
                return false;
            }
            i += word;
        }
        return true;
    }

    /// <summary>Whether words of three letters or more that can be spoken make up half of a longer text: <c>IconArrowSmDown</c>, <c>Es5RollupTests</c>.</summary>
    public static bool IsMostlyWords(ReadOnlySpan<char> text)
    {
        var spoken = 0;
        for (var i = 0; i < text.Length;)
        {
            var capitals = Math.Min(1, Capitals(text[i..]));
            var word = capitals + Lowers(text[(i + capitals)..]);
            if (word > 2 && CanBeSpoken(text.Slice(i, word)))
                spoken += word;
            i += Math.Max(1, word);
        }
        return spoken * 2 >= text.Length;
    }

    /// <summary>Whether digits stand only at the end, and there are at most two: <c>bootstrap5</c>.</summary>
    public static bool EndsInNumber(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') is var digit && digit >= text.Length - LongestNumber && text[digit..].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether four small letters or more in a row can be spoken: the <c>upload</c> of <c>s3upload</c>.</summary>
    public static bool HasWord(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var word = Lowers(text[i..]);
            if (word > 3 && CanBeSpoken(text.Slice(i, word)))
                return true;
            i += Math.Max(1, word);
        }
        return false;
    }

    /// <summary>The most letters in a row that no vowel parts.</summary>
    public static int LongestConsonants(ReadOnlySpan<char> text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = !char.IsAsciiLetter(c) || IsVowel(c) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    /// <summary>A longer word may hold one consonant more (the <c>ngth</c> of <c>Length</c>); few begin with three (<c>Str</c>, <c>Chr</c>, <c>Thr</c>, <c>Phr</c>).</summary>
    private static bool CanBeSpoken(ReadOnlySpan<char> word) =>
        word.Length > 1 && HasVowel(word) && LongestConsonants(word) <= (word.Length > LongestShortWord ? MostConsonants + 1 : MostConsonants)
        && (word.Length < 3 || HasVowel(word[..3]) || (word[0] | ' ') is 's' or 'c' or 't' or 'p');

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (IsVowel(c))
                return true;
        }
        return false;
    }

    private static bool IsVersion(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == 'V' && char.IsAsciiDigit(text[1]);

    private static bool IsVowel(char c) => (c | ' ') is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static int Capitals(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('A', 'Z') is var end && end < 0 ? text.Length : end;

    private static int Lowers(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('a', 'z') is var end && end < 0 ? text.Length : end;
}
