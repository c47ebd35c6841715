using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>
/// Reads the codes that databases put into their messages: SQLSTATE (ISO/IEC 9075, and PostgreSQL's own classes), Oracle's <c>ORA-</c> and SQL Server's numbers,
/// the symbols of MySQL and SQLite, Prisma's. A code holds in every language of the server, and for messages that no list of phrases has.
/// </summary>
internal static class DatabaseCodes
{
    private static readonly SearchValues<char> SymbolChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    private static readonly SearchValues<char> NumberChars = SearchValues.Create("-0123456789");

    // The first two characters; a text that only looks like a code has another beginning.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Classes = new[]
    {
        "01", "02", "03", "07", "08", "09", "0A", "0B", "0F", "0L", "0P", "0Z", "20", "21", "22", "23", "24", "25", "26", "27", "28", "2B", "2D", "2F", "34", "38", "39", "3B", "3D", "3F", "40", "42", "44", "53", "54", "55", "57", "58", "72", "F0", "HV", "HY", "P0", "XX",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, DatabaseFault>.AlternateLookup<ReadOnlySpan<char>> States = new Dictionary<string, DatabaseFault>
    {
        ["23505"] = DatabaseFault.Duplicate, ["22001"] = DatabaseFault.Constraint, ["22003"] = DatabaseFault.Constraint, ["40P01"] = DatabaseFault.Deadlock, ["40001"] = DatabaseFault.Conflict,
        ["55P03"] = DatabaseFault.Locked, ["57014"] = DatabaseFault.Timeout, ["25P03"] = DatabaseFault.Timeout, ["25P04"] = DatabaseFault.Timeout, ["57P05"] = DatabaseFault.Timeout, ["HYT00"] = DatabaseFault.Timeout, ["HYT01"] = DatabaseFault.Timeout,
        ["3D000"] = DatabaseFault.Connection, ["53300"] = DatabaseFault.Connection, ["57P01"] = DatabaseFault.Connection, ["57P02"] = DatabaseFault.Connection, ["57P03"] = DatabaseFault.Connection, ["57P04"] = DatabaseFault.Connection,
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<int, DatabaseFault> OracleNumbers = Table(
        (DatabaseFault.Duplicate, [1]),
        (DatabaseFault.Constraint, [1400, 1407, 1438, 1461, 2290, 2291, 2292, 2293, 12899]),
        (DatabaseFault.Deadlock, [60, 4020]),
        (DatabaseFault.Locked, [54, 30006]),
        (DatabaseFault.Conflict, [8177]),
        (DatabaseFault.Timeout, [51, 1013, 2049]),
        (DatabaseFault.Connection, [18, 20, 28, 1017, 1033, 1034, 1089, 1090, 1092, 3113, 3114, 3135, 3136, 28000, 28001, 28040, 28547, 28759]));

    private static readonly FrozenDictionary<int, DatabaseFault> SqlServerNumbers = Table(
        (DatabaseFault.Duplicate, [2601, 2627]),
        (DatabaseFault.Constraint, [515, 544, 547, 2628, 8115, 8152]),
        (DatabaseFault.Deadlock, [1205]),
        (DatabaseFault.Locked, [1222]),
        (DatabaseFault.Conflict, [3960]),
        (DatabaseFault.Timeout, [-2]),
        (DatabaseFault.Connection, [20, 53, 64, 121, 233, 258, 4060, 4064, 10053, 10054, 10060, 10061, 10928, 10929, 11001, 17142, 18452, 18456, 18461, 40197, 40501, 40532, 40613, 40615, 49918, 49919, 49920]));

    // SQLite's result codes, https://www.sqlite.org/rescode.html.
    private static readonly FrozenDictionary<int, DatabaseFault> SqliteNumbers = Table(
        (DatabaseFault.Constraint, [18, 19]), (DatabaseFault.Locked, [5, 6]), (DatabaseFault.Timeout, [9]), (DatabaseFault.Connection, [14, 23]));

    private static readonly FrozenDictionary<int, DatabaseFault> PrismaNumbers = Table(
        (DatabaseFault.Duplicate, [2002]),
        (DatabaseFault.Constraint, [2000, 2003, 2004, 2011, 2014, 2020]),
        (DatabaseFault.Conflict, [2034]),
        (DatabaseFault.Timeout, [1008, 2024]),
        (DatabaseFault.Connection, [1000, 1001, 1002, 1003, 1010, 1011, 1013, 1017, 2037]));

    // Parts of the symbols of MySQL, SQLite and MongoDB, the first that fits wins.
    private static readonly (string Part, DatabaseFault Fault)[] Symbols =
    [
        ("DUP_", DatabaseFault.Duplicate), ("CONSTRAINT_UNIQUE", DatabaseFault.Duplicate), ("CONSTRAINT_PRIMARYKEY", DatabaseFault.Duplicate), ("DEADLOCK", DatabaseFault.Deadlock), ("BUSY", DatabaseFault.Locked), ("SQLITE_LOCKED", DatabaseFault.Locked), ("TIMEOUT", DatabaseFault.Timeout), ("INTERRUPT", DatabaseFault.Timeout),
        ("CONSTRAINT", DatabaseFault.Constraint), ("REFERENCED", DatabaseFault.Constraint), ("_NULL", DatabaseFault.Constraint), ("DATA_TOO_LONG", DatabaseFault.Constraint), ("NO_DEFAULT", DatabaseFault.Constraint), ("OUT_OF_RANGE", DatabaseFault.Constraint), ("TRUNCATED", DatabaseFault.Constraint), ("TOOBIG", DatabaseFault.Constraint),
        ("ACCESS_DENIED", DatabaseFault.Connection), ("CON_COUNT", DatabaseFault.Connection), ("HOST_", DatabaseFault.Connection), ("BAD_DB", DatabaseFault.Connection), ("ER_NET_", DatabaseFault.Connection), ("CONNECTION", DatabaseFault.Connection), ("SHUTDOWN", DatabaseFault.Connection), ("CANTOPEN", DatabaseFault.Connection), ("NOT_SUPPORTED_AUTH", DatabaseFault.Connection), ("HANDSHAKE", DatabaseFault.Connection),
    ];

    public static DatabaseFault Of(string message)
    {
        var text = message.AsSpan().TrimStart();
        if (State(text) is { IsEmpty: false } state)
            return OfState(state);
        if (Number(text, "ORA-") is { } oracle)
            return OracleNumbers.TryGetValue(oracle, out var fault) ? fault : oracle is >= 12150 and <= 12699 ? DatabaseFault.Connection : DatabaseFault.Other;
        if (Number(text, "Error Number:") is { } server)
            return SqlServerNumbers.GetValueOrDefault(server, DatabaseFault.Other);
        if (Number(text, "SQLite Error ") is { } lite)
            return SqliteNumbers.GetValueOrDefault(lite & 0xff, DatabaseFault.Other);
        if (text.Contains("risma", StringComparison.Ordinal) && (Number(text, "P10") is { } || Number(text, "P20") is { }))
            return PrismaNumbers.GetValueOrDefault(Number(text, "P") ?? 0, DatabaseFault.Other);
        return Symbol(text) is { IsEmpty: false } symbol ? OfSymbol(symbol) : DatabaseFault.None;
    }

    /// <summary><c>23505: …</c> at the start, <c>SQLSTATE[23505]</c>, <c>(SQLSTATE 23505)</c>, <c>ERROR 1062 (23000): …</c>.</summary>
    private static ReadOnlySpan<char> State(ReadOnlySpan<char> text)
    {
        if (text.Length > 6 && text[5] == ':' && text[6] == ' ' && IsState(text[..5]))
            return text[..5];
        if (text.IndexOf("SQLSTATE", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var rest = text[(at + "SQLSTATE".Length)..].TrimStart(" :=[('\"");
            if (rest.Length >= 5 && IsState(rest[..5]))
                return rest[..5];
        }

        if (text.StartsWith("ERROR ", StringComparison.OrdinalIgnoreCase) && text.IndexOf(" (", StringComparison.Ordinal) is > 0 and < 12 and var open && text.Length > open + 7 && text[open + 7] == ')' && IsState(text.Slice(open + 2, 5)))
            return text.Slice(open + 2, 5);
        return default;
    }

    private static bool IsState(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!(char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
                return false;
        }

        return Classes.Contains(text[..2]) && text[2..].ContainsAnyInRange('0', '9');
    }

    private static DatabaseFault OfState(ReadOnlySpan<char> state)
    {
        if (States.TryGetValue(state, out var fault))
            return fault;
        return state[..2] switch
        {
            "23" or "27" or "44" => DatabaseFault.Constraint,
            "08" or "28" => DatabaseFault.Connection,
            _ => DatabaseFault.Other,
        };
    }

    private static int? Number(ReadOnlySpan<char> text, string before)
    {
        var at = text.IndexOf(before, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
            return null;
        var start = at + before.AsSpan().TrimEnd("0123456789").Length;
        var end = text[start..].IndexOfAnyExcept(NumberChars);
        return int.TryParse(end < 0 ? text[start..] : text.Slice(start, end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static ReadOnlySpan<char> Symbol(ReadOnlySpan<char> text)
    {
        foreach (var before in (ReadOnlySpan<string>)["ER_", "SQLITE_", "PROTOCOL_"])
        {
            var at = text.IndexOf(before, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '_')))
                continue;
            var end = text[at..].IndexOfAnyExcept(SymbolChars);
            return end < 0 ? text[at..] : text.Slice(at, end);
        }

        return default;
    }

    private static DatabaseFault OfSymbol(ReadOnlySpan<char> symbol)
    {
        foreach (var (part, fault) in Symbols)
        {
            if (symbol.Contains(part, StringComparison.Ordinal))
                return fault;
        }

        // Some clients of other protocols have such symbols too.
        return symbol.StartsWith("PROTOCOL_", StringComparison.Ordinal) ? DatabaseFault.None : DatabaseFault.Other;
    }

    private static FrozenDictionary<int, DatabaseFault> Table(params (DatabaseFault Fault, int[] Numbers)[] rows) =>
        rows.SelectMany(row => row.Numbers.Select(number => KeyValuePair.Create(number, row.Fault))).ToFrozenDictionary();
}
