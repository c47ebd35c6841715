namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Values that a statement's list of columns, its words, or a message of the database names; and statements that tell none.</summary>
public class StatementTests
{
    private const string P = "blue" + "Kite" + "77";
    private const string W = "hop" + "scotch";
    private const string Pin = "48" + "2913";

    [Theory]
    [InlineData("INSERT INTO users (name, password) VALUES ('joe', '{s}')", W)]
    [InlineData("insert into `users` (`id`, `email`, `password`, `created_at`) values (12, 'x', '{s}', now())", W)]
    [InlineData("INSERT INTO \"users\" (\"id\", \"password_hash\", \"age\") VALUES ($1, '{s}', 4)", P)]
    [InlineData("INSERT INTO [dbo].[Users] ([Name], [Password]) OUTPUT INSERTED.[Id] VALUES (N'joe', N'{s}')", W)]
    [InlineData("INSERT INTO users (name, token) VALUES ('joe', 'x1y2z3w4'),\n('ann', '{s}')", P)]
    [InlineData("INSERT INTO accounts (secret, login, pin) VALUES ('x1y2z3w4', 'joe', '{s}')", Pin)]
    [InlineData("INSERT INTO accounts (pin, note) VALUES ({s}, 'x')", Pin)]
    [InlineData("REPLACE INTO users (password, note) VALUES (md5('{s}'), 'it''s, (well) fine')", P)]
    [InlineData("{\"sql\":\"INSERT INTO users (\\\"name\\\", \\\"password\\\") VALUES ('joe', '{s}')\"}", W)]
    [InlineData("SELECT * FROM users WHERE password LIKE '{s}'", W)]
    [InlineData("SELECT * FROM users WHERE api_token IN ('{s}', 'y')", P)]
    [InlineData("SELECT id FROM users WHERE login = 'joe' AND password = SHA1('{s}')", W)]
    [InlineData("SET PASSWORD FOR 'joe'@'localhost' = '{s}'", W)]
    [InlineData("DETAIL: Key (api_token)=({s}) already exists.", P)]
    public void Redact_ValueOfAStatement_IsGone(string text, string secret)
    {
        var redacted = Redaction.Of(text.Replace("{s}", secret, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, redacted, StringComparison.Ordinal);
        Assert.Same(redacted, Redaction.Of(redacted));
    }

    [Fact]
    public void Redact_ValuesBetweenSensitiveOnes_AreLookedAtToo()
    {
        var redacted = Redaction.Of($"INSERT INTO users (password, email, token) VALUES ('{P}', 'ann" + "@shop.example', '" + P + "x')");
        Assert.Equal("INSERT INTO users (password, email, token) VALUES ('[redacted:password]', '[redacted:email]', '[redacted:token]')", redacted);
    }

    [Theory]
    [InlineData("INSERT INTO orders (id, name, total) VALUES (12, 'blue kite 77', 4.5)")]
    [InlineData("INSERT INTO users (name, password) VALUES (@p0, @p1)")]
    [InlineData("INSERT INTO users (name, password) VALUES (?, ?)")]
    [InlineData("INSERT INTO users (name, password) VALUES ($1, $2), ($3, $4)")]
    [InlineData("INSERT INTO users (name, password) VALUES ('joe', NULL)")]
    [InlineData("INSERT INTO users (password_changed_at, token_type) VALUES ('2024-01-15', 'bearer')")]
    [InlineData("INSERT INTO users (name, password) SELECT name, password FROM old_users")]
    [InlineData("the method takes (password, hash) values (see above) and returns none")]
    [InlineData("values (1, 2)")]
    [InlineData("SELECT * FROM users WHERE password LIKE ? AND token IN (@a, @b)")]
    [InlineData("a password like yours in (some) lists")]
    [InlineData("DETAIL: Key (order_id)=(42) already exists.")]
    public void Redact_StatementWithoutSecrets_Survives(string text) => Assert.Equal(text, Redaction.Of(text));
}
