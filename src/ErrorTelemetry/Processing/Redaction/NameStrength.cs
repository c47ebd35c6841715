namespace ErrorTelemetry.Processing.Redaction;

/// <summary>How much a name by itself says about its value.</summary>
internal enum NameStrength
{
    /// <summary>Whatever has the form of a value goes.</summary>
    Strong,

    /// <summary>As <see cref="Strong"/>, and without a scheme or a sign of a header the rest of the line goes.</summary>
    Header,

    /// <summary>As <see cref="Strong"/>, and short numbers go too.</summary>
    Numeric,

    /// <summary>Only what has the form of a phone number goes, over its blanks.</summary>
    Phone,

    /// <summary>The word has innocent uses: only a value that looks like a secret goes.</summary>
    Weak,

    /// <summary>A strong name with parts behind it that are not known: a value in quotes or with the look of a secret goes, behind a password any value.</summary>
    Filled,

    /// <summary>The word is mostly innocent: only a long random value of mixed case and digits goes.</summary>
    Random,

    /// <summary>As <see cref="Random"/>; behind a further word (<c>acme_key</c>) any value that looks like a key goes.</summary>
    Key,

    /// <summary>A vendor's name by itself: a value that has the form of this vendor's keys goes.</summary>
    Vendor,
}
