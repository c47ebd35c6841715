namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>Sensitive names in letters outside of ASCII, in lower case; those in ASCII stand in <see cref="NameTable"/>.</summary>
internal static class ForeignNameTable
{
    public readonly record struct Row(string Id, string[] Names);

    public static readonly Row[] Rows =
    [
        new("password",
            ["contraseña", "contraseñas", "пароль", "пароля", "парола", "лозинка", "пароль доступа", "parolă", "hasło", "şifre", "şifresi", "lösenord", "mật khẩu", "jelszó", "slaptažodis", "κωδικός πρόσβασης", "συνθηματικό",
             "סיסמה", "סיסמא", "كلمة المرور", "كلمة السر", "رمز عبور", "گذرواژه", "पासवर्ड", "รหัสผ่าน", "密码", "密碼", "口令", "パスワード", "パスフレーズ", "비밀번호", "암호", "გასაღები პაროლი", "գաղտնաբառ"]),
        new("secret", ["секрет", "секретный ключ", "密钥", "密鑰", "秘钥", "秘密鍵", "シークレット", "시크릿", "비밀키", "clé secrète", "clé privée", "api-schlüssel", "zugriffsschlüssel", "geheimschlüssel", "ключ доступа"]),
        new("token", ["токен", "токен доступа", "令牌", "访问令牌", "トークン", "アクセストークン", "토큰"]),
        new("one-time-code", ["验证码", "驗證碼", "認証コード", "인증번호", "код подтверждения", "пин-код", "código de verificación"]),
    ];
}
