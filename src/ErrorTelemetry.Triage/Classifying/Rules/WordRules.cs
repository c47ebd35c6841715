using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>
/// Words of each trade, for messages that no fixed phrase has. Asked after all that is fixed, and after time-outs, cancellations and lost connections, which say more than the words of
/// what was being done; before the words for missing things and bad values, which any trade uses.
/// </summary>
internal static class WordRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "words-rendering", Category = Rendering, Severity = High,
            Messages =
            [
                "used outside of", "useOutletContext may be used only", "may be used only in the context of", "may be used only within", "while rendering", "during rendering", "during render", "server rendering", "unmounted component", "setup function", "render function", "hydrate",
                "hydrated", "hydrating", "onMount", "Suspense", "React has", "React expected", "React attempted", "React form", "React limits", "react-dom",
                "useState", "useContext", "useReducer", "forwardRef", "Svelte", "change detection", "standalone component", "within a <", "inside a <", "FormControl",
            ],
            Remediation = ["Read the component stack: the innermost component of the app's own is where {culprit} got data that it cannot render."],
        },
        new()
        {
            Id = "words-authorization", Category = Authorization, Severity = Medium,
            Messages =
            [
                "permission to", "permissions to", "no permission", "operation not allowed", "action is not allowed", "Permission required", "scope required", "role required", "denied by ACL", "ACL denie*", "ACL check", "ACL rule", "ACL permission", "no rights",
                "have no rights", "do not have rights", "Access to this", "Access to the requested resource", "access this resource", "you cannot access this", "cannot access this page", "cannot access this area", "explicit deny", "RBAC", "you are not the owner", "user is not the owner", "not the owner of this", "not the owner of the", "only the owner",
                "must be the owner", "only admins", "Only administrators", "requires admin", "admin privileges", "administrator privileges", "elevated privileges", "not entitled", "lacks the '", "sufficient rights", "sufficient access",
                "User denied", "denied permission", "Unauthorized access", "User*not allowed to",
            ],
            Remediation = ["See which right {culprit} needs, and whether the caller should have it: a missing role, scope or policy, or a link shown to people who may not use it."],
        },
        new()
        {
            Id = "words-authentication", Category = Authentication, Severity = Medium,
            Messages =
            [
                "state not found in storage", "invalid authentication", "credentials are required", "credentials were not", "No credentials", "no valid credentials", "missing credentials", "invalid password", "Password is incorrect", "password is wrong",
                "invalid user name", "Invalid user or", "Invalid user credential", "^Invalid user$", "Invalid user account", "authentication error", "authentication token", "bearer token", "Bearer", "access token", "token is missing", "missing token", "^No token$", "No token provided", "No token found", "No token was", "No token in",
                "token was revoked", "token has been revoked", "token revoked", "token*revoked", "certificate*revoked", "session*revoked", "credential*revoked", "access*revoked", "key*revoked", "grant*revoked", "token not found", "token could not be", "Signature is invalid", "redirect_uri", "single sign-on", "SAML",
                "OpenID", "two-factor", "multi-factor", "MFA", "one-time password", "OTP", "locked out", "decryption key", "data protection", "auth*cookie was not", "session cookie was not", "cookie was not present", "cookie was not found", "cookie was not sent",
                "Identity token", "OAuth", "Session not found", "session is invalid", "Invalid session", "session is no longer", "Your session", "no active session", "signature verification", "signature validation",
                "Kerberos", "NTLM", "PKCE",
            ],
            Remediation = ["See whether the caller's token, session or cookie is missing, expired, or made with other keys.", "Let {culprit} renew it or send the user to sign in, and keep what the user was doing."],
        },
        new()
        {
            Id = "words-database-connection", Category = DatabaseConnection, Severity = Critical,
            Messages =
            [
                "login has failed", "pool is draining", "pool was destroyed", "Pool is closed", "pool.connect", "Cannot use a pool", "connect to database", "connect*to the database", "connection to the database", "access to the database", "connection is in closed state", "/Interactive, ", "27017 closed", "connection errors; unblock", "OLEDB", "database connection", "database server",
                "No active connection", "database is unavailable", "database unavailable", "recovery mode", "in standby mode", "hot standby", "Can't connect to", "Can not connect to", "Exception while connecting", "Connection terminated unexpectedly",
                "timeout exceeded when trying to connect", "no more connections allowed", "connection pool",
            ],
            Remediation = ["Check that the database runs and is reachable from where {culprit} runs, and that no connection stays open after its use."],
        },
        new()
        {
            Id = "words-database", Category = Database, Severity = High,
            Messages =
            [
                "to data type", "aggregate function", "read-only transaction", "prepared statement", "is not a valid identifier.", "Invalid column", "column count", "column index", "replica set", "not primary and", "not primary or", "NotPrimary", "node is not primary", "host is not primary",
                "Prisma", "knex", "sequelize", "QueryBuilder", "EntityManager", "DataReader", "no active transaction", "savepoint", "temporary table", "stored procedure",
                "database operation", "command definition", "during command execution", "Divide by zero error encountered", "out-of-range value", "SQL", "primary key", "foreign key", "the database", "MySQL", "PostgreSQL", "Postgres", "MongoDB", "Redis", "Oracle", "SQLite", "MariaDB", "max_allowed_packet", "cached plan", "$graphLookup*depth limit", "BSON*depth limit", "nested*depth limit", "EXECUTE permission", "parameters. The server supports", "caching_sha2_password", "mysqladmin",
            ],
            Remediation = ["See the innermost cause and the database's log at those times; {culprit} is where the app called it."],
        },
        new()
        {
            Id = "words-configuration", Category = ErrorCategories.Configuration, Severity = Critical,
            Messages =
            [
                "configuration key", "configuration setting", "configuration error", "in configuration", "No configuration", "settings file", "environment variable", "env var", "process.env", "must be configured",
                "not configured", "api key is required", "clientId is", "client_id is", "invalid option value", "middleware", "Kestrel", "web.config", "certificate file", "type registration",
                "needs to be configured", "has not been set up", "API key is missing", "must be set in", "service is not registered", "provider is not registered", "handler is not registered",
            ],
            Remediation = ["Compare the configuration of that environment with one that works: the message names the part that is missing or wrong."],
        },
        new()
        {
            Id = "words-serialization", Category = Serialization, Severity = High,
            Messages =
            [
                "Unable to parse", "could not parse", "Cannot parse", "Error parsing", "parse error", "parsing failed", "cannot decode", "could not decode", "failed to decode",
                "decoding failed", "Unable to decode", "Unexpected end of stream", "Unexpected end of file", "Unexpected end of content", "while parsing", "Error reading", "Unexpected end", "Could not convert string", "Cannot convert value", "Could not find member",
                "schema validation", "XML document", "XPath", "namespace prefix", "discriminator", "$type", "truncated message", "msgpack", "protobuf", "CBOR",
                "unknown enum", "Error mapping types",
            ],
            Remediation = ["Look at the text that {culprit} got: an empty answer, a cut one, or another version of the contract."],
        },
        new()
        {
            Id = "words-file", Category = FileSystem, Severity = High,
            Messages =
            [
                "Is a directory", "Not a directory", "Input/output error", "file not found", "File does not exist", "path does not exist", "Path not found", "directory does not exist", "folder does not exist", "Could not open file",
                "Cannot open file", "Unable to open file", "could not read file", "Unable to read file", "Failed to read file", "failed to write file", "Failed to write to file", "archive entry", "file is corrupt", "file is locked",
            ],
            Remediation = ["See which path {culprit} builds, whether it exists where the app runs, and whether the file is whole."],
        },
    ];
}
