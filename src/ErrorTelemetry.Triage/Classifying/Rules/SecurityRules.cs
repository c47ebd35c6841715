using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Who the caller is, what the caller may do, and what the browser's policies forbid.</summary>
internal static class SecurityRules
{
    /// <summary>Codes of token libraries; before the rules for arguments, since these throw them too.</summary>
    public static IReadOnlyList<ClassificationRule> Codes { get; } =
    [
        new()
        {
            Id = "token-code", Category = Authentication, Severity = Medium, Messages = ["IDX1", "IDX2", "IDX4", "AADSTS", "AADB2C"],
            Remediation = ["Look up the code: it says which check of the token failed (time, issuer, audience, key, consent) or that the keys could not be fetched.", "Let {culprit} send the user to sign in again; see that the server's clock and its way to the authority are right."],
        },
    ];

    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "csp", Category = SecurityPolicy, Severity = Medium, Mechanisms = [ErrorMechanisms.Csp],
            Remediation = ["The page's content security policy refused what the message names: allow it if it is yours, else leave it out.", "Extensions inject scripts too; such reports need no change."],
        },
        new()
        {
            Id = "frame-access", Category = SecurityPolicy, Severity = Medium,
            Messages = ["Blocked a frame with origin", "Failed to read a named property", "Permission denied to access property", "Permission denied to define accessor property", "permission denied to unwrap object", "cross-origin object", "cross-origin frame", "Protocols, domains, and ports must match"],
            Remediation = ["{culprit} reaches into a frame or window of another origin, which browsers forbid: let the two talk by postMessage, with the origin checked.", "Where the frame belongs to a widget, an extension or an advertisement, there is nothing to fix in the app."],
        },
        new()
        {
            Id = "user-gesture", Category = SecurityPolicy, Severity = Low,
            Messages = ["user didn't interact with the document", "user gesture", "user activation", "transient activation", "play() failed because", "The play method is not allowed", "play() can only be initiated", "Autoplay is only", "Autoplay policy", "Autoplay was prevented", "Autoplay is not"],
            Remediation = ["Browsers allow this only as an answer to a click or a key: let {culprit} wait for one, and treat the refusal as normal.", "Media start by themselves only when muted; show a play button when play() is refused."],
        },
        new()
        {
            Id = "csp-message", Category = SecurityPolicy, Severity = Medium,
            Messages = ["Content Security Policy", "Content-Security-Policy", "unsafe-eval", "Trusted Type", "TrustedHTML", "TrustedScript", "^Mixed Content:", "Blocked loading mixed active content", "Tainted canvases", "has been tainted", "requires a secure context", "Only secure origins are allowed", "Permissions policy violation", "Refused to connect to", "Refused to load", "Refused to frame", "Refused to display", "blocked by CSP"],
            Remediation = ["The browser refused what {culprit} does: change the policy if the access is meant, else the code.", "Allow exact origins and nonces; never unsafe-inline or unsafe-eval."],
        },
        new()
        {
            Id = "browser-security", Category = SecurityPolicy, Severity = Medium, Types = ["SecurityError"],
            Remediation = ["The browser refuses what {culprit} does in this context: another origin, a sandboxed frame, private mode, or too many calls.", "Catch it where the feature can be left out."],
        },
        new()
        {
            Id = "browser-security-message", Category = SecurityPolicy, Severity = Medium,
            Messages = ["operation is insecure", "insecure operation", "SecurityError", "cannot be created in a document with origin", "cannot be accessed from origin", "history.replaceState() more than", "history.pushState() more than"],
            Remediation = ["The browser refuses what {culprit} does in this context: another origin, a sandboxed frame, private mode, or too many calls.", "Catch it where the feature can be left out."],
        },
        new()
        {
            Id = "antiforgery", Category = Authentication, Severity = Medium, Types = ["AntiforgeryValidationException"],
            Remediation = ["The form was open across a sign-in, a restart or a deployment: share data-protection keys between instances, and let the user send it again.", "See that the token is part of the request that {culprit} validates."],
        },
        new()
        {
            Id = "token-type", Category = Authentication, Severity = Medium,
            Types =
            [
                "SecurityTokenExpiredException", "SecurityTokenException", "SecurityTokenInvalidSignatureException", "SecurityTokenSignatureKeyNotFoundException", "SecurityTokenInvalidAudienceException", "SecurityTokenInvalidIssuerException", "SecurityTokenInvalidLifetimeException", "SecurityTokenMalformedException", "SecurityTokenNotYetValidException", "SecurityTokenValidationException", "SecurityTokenNoExpirationException", "AuthenticationFailureException",
                "AuthenticationException", "AuthenticationFailedException", "CredentialUnavailableException", "InvalidCredentialException", "MsalException", "MsalServiceException", "MsalClientException", "MsalUiRequiredException", "OpenIdConnectProtocolException", "OpenIdConnectProtocolInvalidNonceException", "AccessTokenNotAvailableException", "TokenResponseException", "TokenExpiredError", "JsonWebTokenError", "InteractionRequiredAuthError", "ClientAuthError", "UnauthorizedError", "UnauthorizedException", "AuthError", "AuthApiError", "NotBeforeError",
                "SmtpAuthenticationException", "BrowserAuthError", "CryptographicException", "SessionExpiredException",
                "SecurityToken*", "*AuthenticationException", "*UnauthenticatedException", "AuthSessionMissingError", "Msal*", "*AuthenticationError", "*AuthError", "*UnauthorizedException", "*UnauthorizedError", "*CredentialsError", "*CredentialsException", "CredentialsProviderError", "NotAuthorizedException", "UserNotConfirmedException", "OAuth*", "Adal*",
            ],
            When = errorEvent => !errorEvent.Type.EndsWith("AuthenticationException", StringComparison.Ordinal) || (!IsTls(errorEvent.Message) && !errorEvent.Causes.Any(cause => IsTls(cause.Message ?? string.Empty))),
            Remediation = ["Look at the token's or credential's time, issuer, audience and signing key: clocks differ, keys rotate, data-protection keys get lost with a deployment.", "Let {culprit} send the user to sign in again; renew tokens before they expire."],
        },
        new()
        {
            Id = "authentication", Category = Authentication, Severity = Medium,
            Messages =
            [
                "401 (Unauthorized)", "401 Unauthorized", "status code 401", "status code: 401", "status code of 401", "(401)", "HTTP 401", "status: 401", "Unauthenticated", "Correlation failed", "invalid_grant", "invalid_client", "invalid_token", "login_required", "interaction_required", "consent_required", "jwt expired", "jwt malformed", "^invalid signature", "jwt*invalid signature", "token*invalid signature", "token has expired", "token expired", "token is expired", "expired token", "Invalid token", "invalid access token", "Session expired", "session has expired", "not authenticated", "not logged in",
                "not signed in", "must be logged in", "must be signed in", "need to be signed in", "have to sign in", "must log in", "log in again", "sign in again", "authentication failed", "authentication required", "Authentication failure", "Invalid credentials", "incorrect username or password", "Invalid username or password", "incorrect password", "Invalid login", "login failed", "Wrong password", "antiforgery", "anti-forgery", "message.State is null or empty", "Unable to unprotect", "The payload was invalid", "Padding is invalid and cannot be removed", "Bad credentials", "Invalid API key", "Incorrect API key", "API key not valid", "auth session missing", "WWW-Authenticate", "missing authorization header", "Auth token", "user is not authenticated", "Refresh token", "id_token", "CSRF", "Account is locked", "unable to obtain configuration from", "NotAuthenticated",
                "remote login", "oauth state", "DefaultAzureCredential", "AcquireTokenSilent", "AccessTokenNotAvailable", "security token included in the request", "Access Key Id you provided", "request signature we calculated", "security credentials", "default credentials were not found", "No API key provided", "Username and Password not accepted", "interaction_in_progress", "Interaction is currently in progress", "Login required", "No authorization token", "SignatureDoesNotMatch", "ExpiredToken", "InvalidAccessKeyId", "invalid_api_key", "Authentication Required", "(auth/", "JWT", "Nonce was null", "invalid nonce", "nonce mismatch", "StatusCode=Unauthenticated",
                "Token is not valid", "Token is invalid", "authentication unavailable", "client credentials", "load credentials", "provide an API key", "Permission denied (publickey", "Permission denied (password", "must be provided*jwt", "jwt must", "jwt audience", "jwt issuer", "jwt id", "jwt subject", "jwt not active", "No matching state found", "authentication credentials", "Authentication credentials", "HttpStatusCode is Unauthorized", "Could not validate credentials", "Incorrect email or password", "Invalid email or password", "email or password is", "user is not logged", "Please log in", "please login", "Please sign in", "need to log in", "need to sign in", "requires authentication", "requires you to be logged", "require authentication", "not been authenticated", "could not be authenticated", "Cannot authenticate", "Unable to authenticate", "failed to authenticate", "Failed to authenticate", "unable to validate token", "invalid_request: code", "code_verifier", "code verifier", "user account is disabled", "account is disabled", "account has been disabled", "account has been locked", "account is locked", "email not confirmed", "Email not confirmed", "antiforgery token", "token not valid", "Invalid login attempt",
            ],
            Remediation = ["See whether the caller's token or cookie is missing, expired, or made with other keys (a deployment that lost its data-protection keys).", "Let {culprit} renew it or send the user to sign in, and keep what the user was doing."],
        },
        new()
        {
            Id = "authorization", Category = Authorization, Severity = Medium,
            Messages =
            [
                "403 (Forbidden)", "403 Forbidden", "Forbidden", "status code 403", "status code: 403", "status code of 403", "(403)", "HTTP 403", "status: 403", "StatusCode=\"PermissionDenied\"", "PERMISSION_DENIED", "Permission denied", "permission-denied", "insufficient permission", "insufficient privileges", "insufficient scope", "insufficient_scope", "Missing or insufficient permissions", "not authorized", "unauthorized to", "unauthorized operation", "not allowed to access", "not permitted to", "operation not permitted", "action is not permitted", "access is not permitted", "not permitted for this user", "not permitted by", "access denied", "AccessDenied", "access is denied", "do not have permission",
                "does not have permission", "don't have permission", "doesn't have permission", "does not have access", "not have access", "Requested registry access is not allowed", "AuthorizationFailed", "is not allowed by the user agent", "user denied", "User did not grant permission", "NotAllowedError", "The request is not allowed", "requires role", "lacks the required", "requires the role", "Write access denied", "no write access", "write access is required", "requires write access", "write access to*denied", "access_denied", "admin only", "policy requirement",
                "does not have authorization", "not accessible by", "required role", "Permission dismissed", "not have the required", "StatusCode=PermissionDenied", "Insufficient privileges", "HttpStatusCode is Forbidden",
                "Document is not focused",
                "row-level security", "not authorised", "You are not allowed", "are not allowed to perform", "is not allowed to perform", "is not allowed to access", "not allowed to view", "not allowed to edit", "not allowed to delete", "not allowed to update", "not allowed to create", "not allowed to modify", "not allowed to do", "lacks permission", "lack permission", "lacking permission", "sufficient permission", "sufficient privilege", "missing permission", "Missing permission", "missing the required permission", "missing the required scope", "missing the required role", "missing the required claim", "requires permission", "required permission", "not allowed for this user", "not allowed by policy", "must be an admin", "required scope", "HttpStatusCode is Forbidden", "AuthorizationFailed", "identity-based policy", "resource-based policy", "authorization failed", "Authorization failed", "Authorization has been denied", "NOPERM",
            ],
            Remediation = ["See which right {culprit} needs, and whether the caller should have it: a missing role, scope or policy, or a link shown to people who may not use it.", "Answer 403 with a clear text; never a 500."],
        },
        new()
        {
            Id = "authorization-type", Category = Authorization, Severity = Medium, Types = ["UnauthorizedAccessException", "SecurityException", "ForbiddenException", "ForbiddenError", "AccessDeniedException", "NotAllowedError", "PolicyException", "PermissionDeniedException", "PermissionError", "HttpForbiddenException", "AccessViolationException", "*ForbiddenException", "*ForbiddenError", "*AccessDeniedError", "*PermissionError", "*PermissionDeniedException", "*AccessDenied", "*AccessDeniedException", "*AuthorizationException", "*PermissionException"],
            Remediation = ["See which right {culprit} needs, and whether the caller or the app's account should have it.", "Answer 403 with a clear text; never a 500."],
        },
        new()
        {
            Id = "unauthorized", Category = Authentication, Severity = Medium, Messages = ["unauthorized"],
            Remediation = ["The caller was not signed in, or no longer: let {culprit} renew the token or send the user to sign in."],
        },
    ];

    // SslStream throws AuthenticationException for certificates: that is the network's matter.
    private static bool IsTls(string text) =>
        text.Contains("certificate", StringComparison.OrdinalIgnoreCase) || text.Contains("SSL", StringComparison.Ordinal) || text.Contains("TLS", StringComparison.Ordinal)
        || text.Contains("frame size", StringComparison.Ordinal) || text.Contains("remote party", StringComparison.Ordinal) || text.Contains("see inner exception", StringComparison.Ordinal);
}
