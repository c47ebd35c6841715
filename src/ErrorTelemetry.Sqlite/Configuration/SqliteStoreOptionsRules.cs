using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>A data source is a file's path: SQLite's other forms would lose events or lie outside what the other options govern.</summary>
internal sealed class SqliteStoreOptionsRules : IValidateOptions<SqliteStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options)
    {
        var source = options.DataSource ?? string.Empty;
        if (source.StartsWith(":memory:", StringComparison.OrdinalIgnoreCase))
            return Fail("is in memory: leave AddSqliteStore out, since AddErrorTelemetry has a bounded store in memory already");
        if (source.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return Fail("is a URI: give the file's path");
        if (source.Contains('\0', StringComparison.Ordinal))
            return Fail("holds a NUL character");
        return ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(string fault) =>
        ValidateOptionsResult.Fail($"{SqliteStoreOptions.SectionName}:{nameof(SqliteStoreOptions.DataSource)} {fault}.");
}
