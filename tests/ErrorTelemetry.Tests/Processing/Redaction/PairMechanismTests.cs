namespace ErrorTelemetry.Processing.Redaction;

/// <summary>Secrets whose names stand further off: in another member, above a list, in a sentence before; and code and forms that look alike.</summary>
public class PairMechanismTests
{
    private const string P = "blue" + "Kite" + "77";
    private const string K = "4f9k2" + "m7q1w8" + "r3t6y0" + "p5s2d";
    private const string Words = "ladder quiet river stone candle orbit velvet timber shadow maple hollow winter";

    [Theory]
    [InlineData("- value: \"{s}\"\n  name: DB_PASSWORD\n", P)]
    [InlineData("{\"value\":\"{s}\",\"name\":\"DB_PASSWORD\"}", P)]
    [InlineData("{\\\"value\\\":\\\"{s}\\\",\\n  \\\"name\\\":\\\"DB_PASSWORD\\\"}", P)]
    [InlineData("{\\\"name\\\":\\\"DB_PASSWORD\\\",\\n  \\\"value\\\":\\\"{s}\\\"}", P)]
    [InlineData("- name: DB_PASSWORD\n          value: {s}\n", P)]
    [InlineData("env {\n  name  = \"DB_PASSWORD\"\n  // set by hand\n  # for now\n  value = \"{s}\"\n}", P)]
    [InlineData("env {\n  value = \"{s}\"\n  # for now\n  name  = \"DB_PASSWORD\"\n}", P)]
    [InlineData("Name=DB_PASSWORD,Value={s}", P)]
    [InlineData("define( 'SHOP_PASSWORD', '{s}' );", "kit" + "ten")]
    [InlineData("{\"name\":\"session\",\"path\":\"/\",\"expires\":null,\"value\":\"{s}\"}", P)]
    [InlineData("{\"key\": \"password\", \"enabled\": true, \"description\": \"of the shop\", \"value\": \"{s}\"}", P)]
    [InlineData("{\"ParameterKey\":\"DbPassword\",\"ParameterValue\":\"{s}\"}", P)]
    [InlineData("{\"detail\":\"<entry key=\\\"password\\\">{s}</entry>\"}", P)]
    [InlineData("{\"body\":\"Content-Disposition: form-data; name=\\\"password\\\"\\r\\n\\r\\n{s}\\r\\n--b--\"}", P)]
    [InlineData("variable \"shop_api_token\" {\n  default = \"{s}\"\n}", K)]
    [InlineData("variable \"shop_password\" {\n  type = string\n  default = \"{s}\"\n}", P)]
    [InlineData("new NetworkCredential(\\\"joe\\\", \\\"{s}\\\")", P)]
    [InlineData("if (secret != \\\"{s}\\\") return", P)]
    [InlineData("if (\\\"{s}\\\" == password) return", P)]
    [InlineData("strcmp(password, \\\"{s}\\\")", P)]
    [InlineData("\"tokens\": [\"x1y2z3w4\", \"{s}\", \"b7n8m9q0\"]", K)]
    [InlineData("api_keys:\n  - x1y2z3w4v5\n  - {s}\n", K)]
    [InlineData("passwords:\n- {s}\n", P)]
    [InlineData("Use the following password to go on with the setup:\n\n{s}\n\nIt is kept in a file.", K)]
    [InlineData("mnemonic: {s}", Words)]
    [InlineData("\"seed_phrase\": \"{s}\"", Words)]
    [InlineData("recovery phrase {s}", Words)]
    [InlineData("cannot open //joe:{s}@files.example/share", "kitten")]
    [InlineData("dial joe:{s}@db.internal:5432 refused", P)]
    [InlineData("proxy=joe:{s}@localhost:3128", P)]
    [InlineData("curl --proxy-user joe:{s} https://shop.example", P)]
    [InlineData("curl -X POST https://shop.example \\\n-u joe:{s}", P)]
    public void Redact_SecretAwayFromItsName_IsGone(string text, string secret)
    {
        var redacted = Redaction.Of(text.Replace("{s}", secret, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, redacted, StringComparison.Ordinal);
        Assert.Same(redacted, Redaction.Of(redacted));
    }

    [Fact]
    public void Redact_EncodedKeyInLines_IsGoneToItsEnd()
    {
        var lines = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("-----BEGIN " + "RSA PRIVATE KEY-----\n" + new string('q', 90) + "Zx81")).Chunk(64).Select(line => new string(line)).ToList();
        Assert.DoesNotContain(lines[^1][..12], Redaction.Of("data:\n  key: x\n" + string.Join('\n', lines) + "\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text.Append(\"UserPassword: \" + ReadUserPassword() + \",\");")]
    [InlineData("echo 'password = '.$config['password'].\"\\n\";")]
    [InlineData("nameLabel:\"Name or mail:\",passwordLabel:\"Password:\",rememberLabel:\"Remember me\"")]
    [InlineData("{\"save_password\": \"Lagre passord\", \"password\": \"Passwort\"}")]
    [InlineData("'wrong_password' => 'Forkert adgangskode'")]
    [InlineData("FETCH_PASSWORD = \"ERROR_PASSWORD_FETCH\"")]
    [InlineData("policy_password = \"arn:aws:iam::aws:policy/ChangePassword\"")]
    [InlineData("InstrumentationKey=00000000-0000-0000-0000-000000000000")]
    [InlineData("\"password\": \"&lt;your password&gt;\"")]
    [InlineData("export PGPASSWORD=\"$shop_db_password\"")]
    [InlineData("SharedAccessKey=[Shared access key goes here];")]
    [InlineData("secrets:\n  - regcred\n  - db-credentials\n")]
    [InlineData("passwords:\n  - must be long\n")]
    [InlineData("- name: tokens\n  count: 12\n")]
    [InlineData("define( 'SHOP_PASSWORD', '' );")]
    [InlineData("define('SHOP_PASSWORD', getenv('SHOP_PASSWORD'))")]
    [InlineData("{\"name\":\"password\",\"type\":\"text\"},{\"name\":\"city\",\"value\":\"Bergen\"}")]
    [InlineData("{\"name\":\"token\",\"rules\":{\"min\":4},\"value\":\"blue\"}")]
    [InlineData("- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      key: x\n")]
    [InlineData("variable \"api_token\" {\n  type = string\n}\nvariable \"region\" {\n  default = \"eu-west-1\"\n}")]
    [InlineData("Enter the password as follows:\n\nOpen the settings page")]
    [InlineData("the mnemonic: add, sub and mul are instructions of this machine that take two operands each")]
    [InlineData("at Shop:total@cart.js:12:5")]
    [InlineData("npm:@scope/pkg@1.2.3 and pkg:deb@2.0:80")]
    [InlineData("the seed 42 gave the same result on each machine")]
    public void Redact_WhatOnlyLooksAlike_Survives(string text) => Assert.Equal(text, Redaction.Of(text));
}
