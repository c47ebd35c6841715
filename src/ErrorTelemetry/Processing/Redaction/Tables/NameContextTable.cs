using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Tables;

/// <summary>Words around a sensitive name, and values behind it, that make it innocent.</summary>
internal static class NameContextTable
{
    /// <summary>Parts before the name: <c>PublicKeyToken</c>, <c>cancellationToken</c>, <c>nextPageToken</c>, <c>maxTokens</c>.</summary>
    public static readonly FrozenSet<string> InnocentBefore = Set(
        "public socket cancellation cancel stopping syntax metadata json next page paging continuation design parse parser lex lexer unexpected expected invalid illegal max min total prompt completion num number count input output foreign primary partition sort cache object map dictionary " +
        "i18n translation locale unknown missing duplicate no not without should requires show hide toggle forgot require required validate enable enabled disable disabled hot arrow shortcut row column field property index lookup zip postal country currency language area region issuer schema sequence pub bucket natural jdk composite unique surrogate idempotency dedupe dedup correlation message event tracking shortcut hot");

    /// <summary>Words before <c>hash</c> that say whose it is: nobody's secret.</summary>
    public static readonly FrozenSet<string> ContentWords = Set("content file commit git build chunk asset bundle package blob tree block tx transaction image script style query schema module source document object page module layer config etag integrity release template");

    /// <summary>Words before a bare name such as <c>key</c> that are no vendor's: "for key x" tells of a look-up.</summary>
    public static readonly FrozenSet<string> NoVendors = Set(
        "the a an this that these for with by of and or in on to from at as is was has have had no not given new old same my your our its their his her which what any each every found set get got unknown invalid missing hash cache object duplicate entry redis lookup request response trace s3 blob bucket data item row record value");

    /// <summary>Parts behind the name: <c>passwordLength</c>, <c>tokenType</c>, <c>secretName</c>, <c>sessionTimeout</c>.</summary>
    public static readonly FrozenSet<string> InnocentAfter = Set(
        "prompt message warning notice tooltip regexp help copy length len count counts size sizes min max minimum maximum type types kind name names field fields input inputs label placeholder hint url uri endpoint path paths file files dir directory folder policy policies rule rules strength age expired expiry expires expiration expire " +
        "timeout ttl lifetime duration date time timestamp created updated changed modified at in on by status state mode format algorithm alg handler handlers service services manager provider providers factory store stores cache validator validators validation validate valid invalid " +
        "exception exceptions error errors failed failure required optional enabled disabled present missing exists changed reset request response options option settings setting config configuration controller component components page pages view form forms button icon image model models " +
        "dto encryption encoding charset complexity iterations rounds mismatch visibility visible autocomplete compat plugin dto entity table column columns index limit limits usage used remaining budget issuer audience scope scopes claim claims header name cookie middleware filter filters helper helpers util utils tests spec specs module modules class source stream reader writer parser " +
        "builder context info information details description title position offset start end line lines list collection set map group groups owner version versions tag tags ref reference arn resource prefix suffix pattern regex mask masked matcher encoder hasher generator attempts attempt retries retry history " +
        "modifiers modifier last lastfour consent namespace host hosts sources requirements requirement score meter rotation management accessor resolver address addr up js ts tsx jsx mjs cjs cs vb py rb php go rs java kt html htm css scss less json yaml yml xml md txt dll exe map vue svelte razor cshtml aspx ashx asmx toString async begin end");

    /// <summary>Parts behind the name that keep it a secret's: <c>passwordHash</c>, <c>tokenValue</c>, <c>API_KEY_PROD</c>.</summary>
    public static readonly FrozenSet<string> ValueParts = Set(
        "hash value data base64 b64 encoded raw text string plain plaintext clear cleartext old new confirm confirmation confirmed again repeat current previous next primary secondary prod production dev development staging stage test live qa uat " +
        "key id secret token auth access user admin root db client app api json pem hex enc encrypted bytes digest md5 sha sha1 sha256 sha512 bcrypt salt global local default backup master hidden code cert certificate");

    /// <summary>Words that stand where a value would, in prose, code and placeholders.</summary>
    public static readonly FrozenSet<string> InnocentValues = Set(
        "null undefined pkcs#1 pkcs#8 pkcs#11 pkcs#12 range ref value key true false none nil nan void empty blank missing required optional invalid valid expired revoked rejected accepted denied failed failure error unknown unsupported disabled enabled default unset set not no yes on off ok okay " +
        "string str string? text int integer int32 int64 long short byte bytes bool boolean number float double decimal char object any unknown never array list dict map buffer date uuid guid optional[str] str|none " +
        "expected actual hidden masked redacted removed filtered scrubbed omitted secret password token secrets passwords tokens credentials example sample placeholder changeme your_password yourpassword your-password todo tbd xxx n/a na " +
        "await async new function return throw typeof instanceof delete require import this self super const let var if else for while switch case class static public private protected internal readonly override virtual abstract " +
        "incorrect mismatch mismatched wrong forbidden unauthorized unauthenticated authenticated malformed unavailable unspecified found stale fresh weak strong short long too must should cannot can't could may might is was are were has have had been be being the a an " +
        "and or of for from to in with without by at as it its this that these those here there required. missing. invalid. expired. generated encrypted decrypted hashed plaintext stored saved loaded updated changed refreshed created deleted active inactive pending blocked allowed exceeded " +
        "authentication authorization required! bearer basic digest negotiate ntlm header headers query cookie cookies session sessions user username login logout email account validation verification started ended closed opened timeout timedout terminated completed successful success succeeded " +
        "cancellationtoken securitytoken jsontoken stringtoken endofstream startobject endobject startarray endarray propertyname eof identifier keyword punctuator " +
        "include omit same-origin oauth oauth2 openid saml base64 base64url utf8 utf-8 sha256 sha512 sha1 md5 rs256 hs256 es256 aes256 via option options flag argument arguments parameter parameters instead when after before using requires prompt");

    /// <summary>Words of sentences about a field. One is enough to tell a sentence from a passphrase.</summary>
    public static readonly FrozenSet<string> ProseWords = Set(
        "must required requires field fields invalid incorrect wrong enter please your should cannot can't couldn't is isn't are was wasn't does doesn't did didn't has have expired missing least characters match matches failed not found provided blank empty allowed denied longer shorter forgot reset");

    /// <summary>How words for a password begin in the languages that forms are written in: a text about one is no password.</summary>
    public static readonly string[] LabelStems =
        ("passord passwort kennwort lösenord losenord kodeord adgangskode salasana engangskode engangspassord wachtwoord contraseña contrasena senha palavra-passe heslo hasło haslo jelszó jelszo parolă şifre sifre lozinka geslo slaptažodis parole парол 密码 密碼 パスワード 비밀번호 mot-de-passe").Split(' ');

    /// <summary>The same, to turn most values away at once.</summary>
    public static readonly System.Buffers.SearchValues<string> LabelWords = System.Buffers.SearchValues.Create(LabelStems, StringComparison.OrdinalIgnoreCase);

    /// <summary>Words that say a quad of numbers is a version, or a plus sign is no phone's.</summary>
    public static readonly FrozenSet<string> VersionWords = Set(
        "version versions ver v rel release releases build package packages assembly fileversion productversion assemblyversion informationalversion sdk runtime framework firmware driver upgrade upgraded upgrading downgrade update updated nuget revision patch chrome firefox edge safari opera minversion maxversion section sections chapter clause rfc edition rc kernel openssl openssh mono unity oracle sqlserver dll oid");

    /// <summary>Words that say an address of a host follows.</summary>
    public static readonly FrozenSet<string> HostWords = Set("hosts nodes node peers clients servers ip ips ipv6 ipv4 addr address addresses from host peer client remote server connect connecting connected dst src source destination gateway to listen listening inet6 inet bind interface");

    /// <summary>Last labels of host names; what ends otherwise before a quad of numbers is a package.</summary>
    public static readonly FrozenSet<string> HostEndings = Set("com net org io dev app cloud local localdomain localhost lan internal intranet corp home arpa edu gov info biz de uk fr it es nl eu ch at be se no dk fi pl cz ru ua br us ca au jp cn in example test");

    /// <summary>Words that say a long number is a running number, a time or a size.</summary>
    public static readonly FrozenSet<string> IdWords = Set(
        "id ids uid gid pid tid order orders invoice ticket timestamp ts time epoch ticks date barcode ean gtin isbn upc sku trace span parent block blk offset size length bytes seq sequence serial imei iccid imsi tracking request correlation product item build job task run " +
        "chat channel message msg tweet post snowflake hash seed address ptr handle index row rowversion version count total sum nonce revision etag part shipment parcel transaction txn entry entries");

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
