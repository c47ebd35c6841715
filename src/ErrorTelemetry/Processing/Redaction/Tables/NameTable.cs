namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>Names whose values go. A blank marks a joint: <c>api key</c> stands for <c>apikey</c>, <c>api_key</c>, <c>apiKey</c>, <c>API-KEY</c>, <c>api.key</c> and <c>api key</c>.</summary>
internal static class NameTable
{
    public readonly record struct Row(string Id, string Title, NameStrength Strength, string[] Names);

    public static readonly Row[] Rows =
    [
        new("password", "Value of a password, passphrase or PIN-like name", NameStrength.Strong,
            ["password", "passwords", "db pass", "user pass", "smtp pass", "mail pass", "ftp pass", "admin pass", "root pass", "auth pass", "redis pass", "mysql pass", "http pass", "proxy pass", "email pass", "login pass", "key pass", "store pass", "passwd", "passwds", "pass word", "passphrase", "pass phrase", "pass code", "pwd", "pswd", "psw", "passwrd", "userpassword", "userpass", "dbpassword", "dbpass", "pgpassword", "mypassword",
             "rootpassword", "adminpassword", "sqlpassword", "mysqlpwd", "newpassword", "oldpassword", "currentpassword", "confirmpassword", "loginpassword", "smtppassword", "ftppassword", "redispassword", "keypassword",
             "storepassword", "keystorepassword", "sapassword", "authpassword", "proxypassword", "masterpassword", "contrasena", "mot de passe", "passwort", "kennwort", "senha", "wachtwoord", "contrasenia", "palavra passe", "haslo", "heslo", "geslo", "jelszo", "parola", "sifre", "salasana", "losenord", "kodeord", "adgangskode", "lozinka", "parool", "zaporka", "mat khau", "kata sandi",
             "security answer", "secret answer", "pass hash", "pasword", "paswd", "paswrd", "psswd", "psswrd", "pswrd", "pswd", "psword", "pword", "passw", "identified by", "userpwd", "keypasswd", "securestring", "requirepass", "masterauth"]),
        new("pass", "Value of the short name pass", NameStrength.Weak, ["pass", "pw"]),
        new("secret", "Value of a secret name", NameStrength.Strong,
            ["secret", "secrets", "secrete", "client secret", "app secret", "shared secret", "consumer secret", "api secret", "secret key", "secret key base", "secret access key", "aws secret", "webhook secret", "signing secret", "session secret",
             "cookie secret", "jwt secret", "token secret", "user secret", "auth secret", "master secret", "encryption secret", "totp secret", "otp secret", "seed phrase", "mnemonic phrase", "recovery phrase", "recovery codes", "recovery code", "backup codes", "secret value", "wallet seed", "two factor secret", "mfa secret", "community string", "community strings", "snmp community"]),
        new("token", "Value of a token name", NameStrength.Strong,
            ["token", "access token", "accesstokens", "refresh token", "id token", "auth token", "bearer token", "oauth token", "api token", "session token", "security token", "user token", "device token", "push token", "fcm token",
             "reset token", "verification token", "verify token", "confirmation token", "activation token", "invite token", "login token", "remember token", "bot token", "deploy token", "personal access token", "private token", "jwt token",
             "web token", "github token", "gitlab token", "npm token", "gh token", "xsecuritytoken", "amz security token", "requestverificationtoken", "request verification token", "authenticity token", "magic link", "sas token", "sastoken", "jwt", "pat token", "secret token", "app token"]),
        new("token", "Value of a token name", NameStrength.Weak, ["bearer"]), // mostly the name of the scheme
        new("api-key", "Value of a key name", NameStrength.Strong,
            ["api key", "api keys", "access key", "access keys", "access key secret", "account key", "shared access key", "shared key", "primary key secret", "storage account key", "encryption key", "encryption keys", "decryption key", "validation key", "signing key", "auth key", "authentication key",
             "master key", "app key", "application key", "consumer key", "subscription key", "ocp apim subscription key", "instrumentation key", "license key", "licence key", "server key", "service key", "deploy key", "client key", "webhook key", "aes key", "hmac key", "des key", "jwt key", "jwt signing key", "secret api key", "publishable secret key",
             "admin key", "write key", "read key", "integration key", "routing key secret", "ingest key", "project key secret", "rest api key", "maps key", "maps api key", "admin api key", "hub key", "cosmos key", "search key", "apim key", "eventhub key", "cognitive key", "account secret", "sas key", "kms key secret", "symmetric key", "wrapping key", "secretkey", "accesskeyid", "access key id", "key secret", "api secret key", "x functions key", "mac key", "cipher key", "crypto key", "root key", "pre shared key", "preshared key", "psk", "gpg key", "pgp key", "cc test reporter id", "signature key", "recaptcha key", "privacy key", "unseal key", "recovery key", "wpa key", "wep key", "x honeycomb team"]),
        new("api-key", "Value of a key name", NameStrength.Weak, ["access id"]), // mostly the number of a way in
        new("api-key", "Value of a key name", NameStrength.Random, ["storage key", "functions key", "function key", "host key", "data key", "session key"]), // mostly the name under which a page stores something
        new("authorization", "Value of an Authorization header or field", NameStrength.Header, ["authorization", "proxy authorization", "x authorization", "auth header", "www authorization", "http authorization"]),
        new("authorization", "Value of an Authorization header or field", NameStrength.Weak, ["authentication"]), // mostly the name of a way: Authentication=ActiveDirectoryPassword
        new("cookie", "Value of a Cookie or Set-Cookie header or field", NameStrength.Header, ["cookie", "cookies", "set cookie", "cookie2", "set cookie2", "http cookie", "cookie string"]),
        new("session", "Value of a session name", NameStrength.Weak,
            ["session", "sid", "asp session", "cfid", "cftoken", "sess", "auth", "tokens", "user session"]),
        new("session-id", "Value of a session id", NameStrength.Strong,
            ["session id", "sessionid", "session ids", "sess id", "sessid", "asp net session id", "session hash", "jsession id", "session identifier", "auth session", "login session", "session cookie", "phpsessid", "jsessionid", "aspsessionid", "connect sid", "gitlab session", "rails session", "laravel session", "aiohttp session"]),
        new("csrf-token", "Value of an antiforgery name", NameStrength.Strong,
            ["csrf", "xsrf", "csrf token", "xsrf token", "csrf middleware token", "csrfmiddlewaretoken", "csrftoken", "xsrftoken", "anti forgery token", "antiforgery token", "antiforgery", "anti csrf", "anti csrf token", "jenkins crumb"]),
        new("signature", "Value of a signature name", NameStrength.Weak,
            ["signature", "api signature", "sig", "sign", "x amz signature", "x goog signature", "hub signature", "x hub signature", "hmac", "hmac signature", "signed request", "saml response", "saml request", "samlresponse", "samlrequest", "client assertion", "assertion", "code verifier"]),
        new("private-key-value", "Value of a private key name", NameStrength.Strong,
            ["private key", "private keys", "privatekey", "priv key", "privkey", "ssh key", "rsa key", "rsa private key", "ssh private key", "private key id", "ssl key", "tls key", "key pem", "pem", "pkcs8", "signing certificate", "pfx", "p12", "keystore"]),
        new("credential", "Value of a credential name", NameStrength.Strong,
            ["credential", "credentials", "creds", "cred", "user credentials", "service account key", "service account json", "service account credentials", "google credentials", "basic auth", "basicauth", "http auth", "http basic auth", "login hash", "htpasswd", "netrc", "dockerconfigjson", "dockercfg"]),
        new("connection-string", "Value of a connection string name", NameStrength.Strong,
            ["connection string", "connection strings", "conn string", "conn str", "connstr", "connstring", "database url", "db url", "redis url", "mongo url", "mongo uri", "mongodb uri", "mongodb url", "postgres url", "mysql url", "amqp url", "rabbitmq url", "broker url", "celery broker url", "elasticsearch url", "jdbc url", "db uri", "database uri", "dsn"]),
        new("one-time-code", "Value of a one-time code or PIN", NameStrength.Numeric,
            ["otp", "totp", "hotp", "pin", "pin code", "pincode", "mfa code", "two factor code", "two factor", "certificate pin", "2fa code", "2fa", "otp code", "sms code", "verification code", "one time password", "one time code", "one time pin", "one time passcode", "security code", "auth code", "authorization code", "login code", "confirmation code", "activation code", "passcode", "device code", "user code", "reset code", "access code"]),
        new("card-data", "Value of a card, verification or account number name", NameStrength.Numeric,
            ["cvv", "cvc", "cvv2", "cvc2", "cv2", "ccv", "ccv2", "csc", "card cvv", "card cvc", "card verification", "cvv code", "card security code", "card number", "cardnumber", "card no", "cc number", "ccnumber", "cc num", "credit card", "credit card number", "debit card", "debit card number", "pan number", "card num", "account number", "accountnumber", "bank account", "bank account number", "routing number", "iban", "sort code", "acct number", "acct no"]),
        new("national-id", "Value of a social security, tax, passport or licence number name", NameStrength.Numeric,
            ["ssn", "social security", "social security number", "social security no", "social insurance number", "social insurance no", "tax id", "taxid", "tax number", "tax no", "tax identification number", "tax file number", "taxpayer id", "tin", "itin", "tfn", "national id", "national id number", "national identity number", "national identification number", "national insurance number", "national insurance no",
             "ni number", "nino", "passport", "passport number", "passport no", "passport num", "passport id", "driver license", "drivers license", "driver license number", "drivers license number", "driver licence", "driver licence number", "driving licence", "driving licence number", "driving license", "license number", "licence number", "dl number", "nhs number", "nhs no", "nhs", "aadhaar", "aadhar", "aadhaar number", "aadhaar no", "pan card", "voter id",
             "medicare number", "medicare no", "medicare", "health card number", "health insurance number", "ahv", "ahv number", "ahv nummer", "ahv nr", "avs number", "bsn", "pesel", "cpf", "curp", "dni", "nif", "nie", "oib", "jmbg", "egn", "cnp", "nric", "tckn", "tc kimlik no", "kimlik no", "hetu", "personnummer", "personal identity code", "personal identity number", "personal number", "identity number", "identity card", "identity card number", "identity no", "id card", "id card number", "citizen id", "resident registration number", "resident id",
             "codice fiscale", "fiscal code", "steuer id", "steueridentifikationsnummer", "steuernummer", "sozialversicherungsnummer", "rentenversicherungsnummer", "versichertennummer", "krankenversichertennummer", "personalausweisnummer", "ausweisnummer", "reisepassnummer", "passnummer", "fuehrerscheinnummer", "numero de securite sociale", "date of birth", "dateofbirth", "dob", "birth date", "birthdate", "birthday", "geburtsdatum", "date de naissance", "fecha de nacimiento", "data di nascita", "mothers maiden name", "maiden name"]),
        new("phone", "Phone number in international or US form, or in any form behind a word such as `phone`", NameStrength.Phone,
            ["phone", "phones", "phone number", "phone no", "telephone", "telephone number", "tel", "tel no", "mobile", "mobile number", "mobile phone", "mobile no", "cell", "cell phone", "cell number", "fax", "fax number", "fax no", "call", "dial", "contact number", "contact no", "msisdn", "whatsapp", "sms", "sms to", "home phone", "work phone",
             "telefon", "telefonnummer", "handy", "handynummer", "mobil", "mobilnummer", "telefono", "telefone", "celular", "movil", "portable", "telefoon", "puhelin"]),
        new("mac-address", "MAC address", NameStrength.Weak, ["mac address", "mac addr", "mac", "hw addr", "hwaddr", "hardware address", "bssid", "eui64", "eui 64"]),
        new("weak-secret-name", "Random-looking value of a name that is often innocent (code, nonce, hash, salt …)", NameStrength.Random,
            ["code", "nonce", "state", "hash", "otk", "ticket", "seed", "mnemonic", "sas", "apikeyid", "verifier", "challenge", "webhook", "webhook url", "sdk", "dsn key", "pat", "wif", "xprv", "service account"]),
        new("weak-secret-name", "Random-looking value of a name that is often innocent (code, nonce, hash, salt …)", NameStrength.Weak, ["salt", "password salt"]),
        new("vendor-key", "Random-looking value behind the name of a service, or of a key, access, login or private name behind a further word (`acme_key`)", NameStrength.Key,
            ["key", "api", "access", "private", "login", "oauth"]),
    ];
}
