namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Ways in which a secret meets its name, each with a sibling that is no secret.</summary>
public class NameMechanismTests
{
    private const string P = "blue" + "Kite" + "77";
    private const string K = "4f9k2" + "m7q1w8" + "r3t6y0" + "p5s2d";
    private const string Hex = "7c1e9a04" + "b25d6f38" + "e0a7c4d1" + "92f6b853";

    [Theory]
    [InlineData("if (\"{s}\" == userPassword) {", P)]
    [InlineData("if ('{s}' !== secret)", P)]
    [InlineData("\"{s}\".equals(password)", P)]
    [InlineData("//{s} is the password", K)]
    [InlineData("strcmp(password, \"{s}\") == 0", P)]
    [InlineData("setPassword(\"{s}\")", "two plain words")]
    [InlineData("password.equals(\"{s}\")", P)]
    [InlineData("setopt(handle, OPT_PASSWORD, \"{s}\")", P)]
    [InlineData("acmeToken,{s},next", K)]
    [InlineData("my_password_for_stuff = {s}", "kitten")]
    [InlineData("password_super_safe = \"{s}\"", "with blanks in it")]
    [InlineData("APP_MAIL_PASS={s}", "whitecat")]
    [InlineData("ANYpassword={s}", P)]
    [InlineData("PW:{s}", P)]
    [InlineData("CREATE USER joe IDENTIFIED BY '{s}'", P)]
    [InlineData("  token: |\n    {s}\nnext: 1", K)]
    [InlineData("  secret: >-\n    {s}\n", K)]
    [InlineData("<key>password</key>\n<string>{s}</string>", P)]
    [InlineData("<entry>\n  <name=\"acmeToken\" />\n  <value=\"{s}\" />\n</entry>", K)]
    [InlineData("<secret>{acme {s}}</secret>", K)]
    [InlineData("acme token - '{s}'", K)]
    [InlineData("Unseal Key 2: {s}", K + "Ab+")]
    [InlineData("ACME_KEY={s}", Hex)]
    [InlineData("acme_api = \"{s}\"", Hex)]
    [InlineData("acme KEY {s}", Hex)]
    [InlineData("acme-secret-{s}", Hex)]
    [InlineData("ACME_KEY=3f2504e0-4f89-11d3-9a0c-0305e82c3301", "0305e82c3301")]
    [InlineData("cloudsmith: \"{s}\"", Hex)]
    [InlineData("pixabay key {s}", Hex)]
    [InlineData("keenApi token acme_{s}", "Zk4Lq8Vt2Np6Xr1Bw9Hy3Cm7Fd5Gs0Ja")]
    [InlineData("curl https://h.example \\\n  --user joe:{s} \\\n  -d x", P)]
    [InlineData("curl -u \"{s}:\" https://h.example", K)]
    [InlineData("token = '{s}' | '{s}'", K)]
    [InlineData("token = ' {s} ' | {s}", K)]
    [InlineData("acmeapikey={s}", Hex)]
    [InlineData("SHOPPASSWORD: {s}", P)]
    [InlineData("const acmeApiKey =\n  \"{s}\"", K)]
    [InlineData("[DEBUG] Using Key={s}", Hex)]
    [InlineData("onesignal_key = 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "0305e82c3301")]
    public void Redact_SecretAtItsName_IsGone(string text, string secret)
    {
        var redacted = Redaction.Of(text.Replace("{s}", secret, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, redacted, StringComparison.Ordinal);
        Assert.Same(redacted, Redaction.Of(redacted));
    }

    [Theory]
    [InlineData("contraseña: {s}")]
    [InlineData("Пароль: {s}")]
    [InlineData("ПАРОЛЬ={s}")]
    [InlineData("\"hasło\": \"{s}\"")]
    [InlineData("用户密码：{s}")]
    [InlineData("パスワード={s}")]
    [InlineData("비밀번호: {s}")]
    [InlineData("Passwort: {s}")]
    [InlineData("mot de passe = {s}")]
    [InlineData("senha={s}")]
    [InlineData("wachtwoord: {s}")]
    [InlineData("heslo: {s}")]
    public void Redact_NameInAnotherLanguage_LosesItsValue(string text) =>
        Assert.DoesNotContain(P, Redaction.Of(text.Replace("{s}", P, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("connection string 'Server=db;Uid=sa;Pwd={s}' is wrong")]
    [InlineData("token: [{s}]")]
    [InlineData("Authorization: Bearer {s}==")]
    [InlineData("'Jwt:{s}' is wrong")]
    public void Redact_SecretWhereItsNameMayStand_IsGone(string text) =>
        Assert.DoesNotContain(P, Redaction.Of(text.Replace("{s}", P, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("if (\"Password\" == propertyName)")]
    [InlineData("if (\"required\" === password)")]
    [InlineData("ArgumentNullException.ThrowIfNull(password, \"password\")")]
    [InlineData("GetString(token, \"display_name\")")]
    [InlineData("string.Equals(password, other)")]
    [InlineData("this is the password")]
    [InlineData("passwordEncoder = bcrypt")]
    [InlineData("password_encryption = scram-sha-256")]
    [InlineData("sort_key=orders_by_created_2024")]
    [InlineData("cache_key=7c1e9a04b25d6f38e0a7c4d192f6b853")]
    [InlineData("Duplicate entry for key 7c1e9a04b25d6f38e0a7c4d192f6b853")]
    [InlineData("productKey=3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("api: v1, api_version=2024-01-01")]
    [InlineData("cloudsmith upload failed for commit 7c1e9a04b25d6f38e0a7c4d192f6b85301234567")]
    [InlineData("netlify commit 7c1e9a04b25d6f38e0a7c4d192f6b85301234567")]
    [InlineData("chunk-7c1e9a04b25d6f38e0a7c4d192f6b853.js")]
    [InlineData("evt_1NG8Du2eZvKYlo2CUI79vXWy")]
    [InlineData("chatcmpl-7QyqpwdfhqwajicIEznoc6Q47XAyW")]
    [InlineData("Пароль обязателен")]
    [InlineData("A jelszó megváltozott")]
    [InlineData("密码不能为空")]
    [InlineData("Неверный пароль: пользователь не найден")]
    [InlineData("description: |\n  Key of the thing\n")]
    [InlineData("<td>password</td><td>text</td>")]
    [InlineData("password - must be at least 12 characters")]
    [InlineData("Key 2: done")]
    [InlineData("token, key, value")]
    [InlineData("licenseID: \"GPL-3.0-linking-source-exception\"")]
    [InlineData("clientSecret: ACME_CLIENT_SECRET,")]
    [InlineData("WHERE sessionToken = $sessionToken")]
    [InlineData("$pass = $this->getPassword();")]
    [InlineData("forgotpassword: required")]
    [InlineData("no hotkey: ctrl+k, monkey=banana1")]
    [InlineData("token: [REDACTED]")]
    [InlineData("token_type=bearer expires_in=3600")]
    [InlineData("mode: cors, credentials: same-origin")]
    [InlineData("credentials: 'include'")]
    [InlineData("auth=OAuth2")]
    [InlineData("The connection string 'DefaultConnection' was not found")]
    [InlineData("Configuration value 'Jwt:SigningKey' is missing")]
    [InlineData("npm ERR! integrity sha512-9Y4v0N2fP8rK4q9qv1r7n5t9X0x0VbnqW0e4m0YqO9Yw8kO3k5h8r5Q4yq2wYp8B6r7o0l3m9n1p2s4t6u8w0A== wrong")]
    public void Redact_SiblingWithoutSecret_Survives(string text) => Assert.Equal(text, Redaction.Of(text));
}
