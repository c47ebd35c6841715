namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>Says of a named value that it is a card, a social security number or an account, which tells more than the name.</summary>
internal static class PersonalKinds
{
    public static Found? Of(ReadOnlySpan<char> text, Found found)
    {
        if (char.IsAsciiDigit(text[found.Start]))
        {
            if (DigitScanner.TryCard(text, found.Start, out var number) && number.End == found.End) return number;
            if (DigitScanner.TrySsn(text, found.Start, out number) && number.End == found.End) return number;
        }

        return IbanScanner.TryFind(text, found.Start, out var iban) && iban.End == found.End ? iban : null;
    }
}
