using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Calls over a network: limits, time-outs, cancellations, failing services, lost connections.</summary>
internal static class CallRules
{
    /// <summary>Rate limits: asked before the rules that look at status codes and quotas in other ways.</summary>
    public static IReadOnlyList<ClassificationRule> Limits { get; } =
    [
        new()
        {
            Id = "rate-limit", Category = RateLimit, Severity = Medium,
            Messages =
            [
                "429 (Too Many Requests)", "Too Many Requests", "TooManyRequests", "status code 429", "status code: 429", "status: 429", "rate limit exceeded", "rate limit reached", "exceeded*rate limit", "exceeds*rate limit", "over*rate limit", "hit*rate limit", "hitting*rate limit", "reached*rate limit", "due to rate limit", "rate limit has been", "rate limit hit", "rate limit error", "^rate limit", "secondary rate limit", "API rate limit", "rate limit of*exceeded", "rate-limit", "ratelimit", "Request rate is large", "Quota exceeded for", "exceeded your current quota", "insufficient_quota", "Throttling", "ThrottlingException", "request was throttled", "throttled by", "throttled due", "been throttled", "was throttled", "are throttled", "^throttled", "throttled request", "SlowDown", "Please reduce your request rate", "StatusCode=\"ResourceExhausted\"", "RESOURCE_EXHAUSTED", "request limit exceeded",
                "ProvisionedThroughputExceeded", "too many attempts", "Error 429", "HTTP 429", "Request limit reached",
                "^Rate exceeded", "(Rate exceeded", "Error: Rate exceeded", "provisioned throughput*exceeded", "over the account limit", "Abuse Detection", "too-many-requests", "from this device due to unusual activity", "StatusCode=ResourceExhausted", "too many login attempts", "RequestLimitExceeded",
                "Quota exceeded.", "you can only request this after", "exceeded your quota", "exceeded the quota for", "over your quota", "over quota", "Limit Exceeded Exception", "being throttled", "secondary rate limit", "API limit exceeded", "API limit reached", "API limit for", "api calls quota", "too many calls", "Too many messages", "usage limit reached for", "request limit reached for", "rate limit reached for", "requests per minute", "requests per second", "request quota", "please slow down", "requests, slow down", "Slow down.", "Slow down!", "^slow down", "too many concurrent requests", "concurrent requests limit", "concurrent requests exceeded", "maximum number of concurrent requests", "limit*concurrent requests", "Daily limit for*requests", "daily request limit", "daily API limit", "daily limit exceeded", "try again in {n}", "retry after {n}",
            ],
            Remediation = ["Obey Retry-After at {culprit}, back off with jitter, and bound the number of calls at once.", "Cache answers and batch calls; ask for a higher quota if the load is real."],
        },
        new()
        {
            Id = "rate-limit-type", Category = RateLimit, Severity = Medium, Types = ["RateLimitExceededException", "SecondaryRateLimitExceededException", "RateLimiterRejectedException", "RateLimitRejectedException", "ThrottlingException", "TooManyRequestsException", "RateLimitError", "AbuseException", "ThrottledException", "BulkheadRejectedException", "ProvisionedThroughputExceededException", "*ThrottlingException", "*ThrottledException", "*RateLimitException", "*RateLimitExceededException", "*TooManyRequestsException", "*TooManyRequestsError", "*RateLimitError", "*RateLimited*", "*ThrottlerException", "*ThrottlingError", "*QuotaExceededException", "LimitExceededException"],
            Remediation = ["Obey the wait that the service names, back off with jitter, and bound the number of calls at once at {culprit}."],
        },
    ];

    /// <summary>What fails before the other side has answered at all; before the rules that look at words such as "authentication failed" and at statuses.</summary>
    public static IReadOnlyList<ClassificationRule> Transport { get; } =
    [
        new()
        {
            Id = "no-answer", Category = Network, Severity = Medium, Messages = ["network-request-failed", "proxy tunnel request", "Broker transport failure", ": 0 Unknown Error", "status code 0", "status: 0 "],
            Remediation = ["The browser got no answer at all: the connection dropped, a blocker stepped in, or CORS forbade to look at it.", "If many users meet it at once, look at the server and its CORS policy; else retry what is idempotent."],
        },
        new()
        {
            Id = "cors", Category = Network, Severity = High,
            Messages = ["blocked by CORS policy", "Cross-Origin Request Blocked", "No 'Access-Control-Allow-Origin' header", "Access-Control-Allow-Origin", "due to access control checks", "CORS request did not succeed", "Response to preflight request", "Origin*is not allowed by", "Cross origin requests are only supported", "CORS error", "Preflight response is not successful", "access control checks"],
            Remediation = ["The called origin does not allow this page: add the page's origin to its CORS policy, for the method and headers that {culprit} sends.", "A failing service answers without CORS headers too: look at its status first."],
        },
        new()
        {
            Id = "tls", Category = Network, Severity = High,
            Messages =
            [
                "SSL connection could not be established", "remote certificate is invalid", "SSL error", "secure connection to the server", "TLS error", "certificate is not trusted", "local issuer certificate", "certificate is invalid", "certificate for this server", "certificate signed by unknown authority", "certificate is not valid", "RemoteCertificate", "The remote certificate was rejected", "certificate has expired", "self-signed certificate", "self signed certificate", "unable to verify the first certificate", "ERR_CERT", "ERR_SSL", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UntrustedRoot", "PartialChain", "Could not create SSL/TLS secure channel", "could not establish trust relationship",
                "TLS handshake", "SSL handshake", "SSL Handshake failed", "SEC_ERROR", "bad certificate", "Cannot determine the frame size or a corrupted frame was received", "Authentication failed, see inner exception", "Authentication failed because the remote party", "CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT",
                "altnames", "TLS alert", "certificate chain", "SSL_ERROR", "SslException", "certificate verify failed", "SSL routines", "CERTIFICATE_VERIFY_FAILED", "before secure TLS connection",
            ],
            Remediation = ["Look at the certificate that the other side shows: expired, for another name, or of an authority that the machine at {culprit} does not trust.", "Install the authority in the container; never switch the check off."],
        },
        new()
        {
            Id = "tls-type", Category = Network, Severity = High, Types = ["System.Security.Authentication.AuthenticationException", "SslException"],
            Remediation = ["The two sides did not agree on an encrypted connection: see the innermost cause, and which protocols, ciphers and certificates each side offers.", "Look at the certificate that the other side shows to the machine at {culprit}."],
        },
    ];

    /// <summary>The rest.</summary>
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "timeout", Category = ErrorCategories.Timeout, Severity = Medium, Types = ["TimeoutException", "TimeoutError", "TimeoutRejectedException", "RegexMatchTimeoutException", "ConnectTimeoutException", "SocketTimeoutException", "RequestTimeoutException", "*TimeoutException", "*TimeoutError", "*TimedOutException"],
            Remediation = ["See how long {culprit} waits and for what; the time-out may be right and the other side slow.", "Time the calls (traces with the same correlation id), then shorten the work, raise the time-out, or show progress."],
        },
        new()
        {
            Id = "timeout-message", Category = ErrorCategories.Timeout, Severity = Medium,
            Messages =
            [
                "HttpClient.Timeout", "timed out", "timed-out", "timeout of", "timeout exceeded", "timeout expired", "Timeout was reached", "ETIMEDOUT", "ESOCKETTIMEDOUT", "ECONNABORTED", "ERR_TIMED_OUT", "ERR_CONNECTION_TIMED_OUT", "signal timed out", "The operation has timed out", "504 (Gateway Time*", "504 Gateway Time*", "Gateway Timeout", "Gateway Time-out", "status code 504", "status code: 504", "status code 408", "408 (Request Timeout)", "Request Timeout", "Request Time-out", "StatusCode=\"DeadlineExceeded\"", "DEADLINE_EXCEEDED",
                "Deadline Exceeded", "did not properly respond after a period of time", "did not complete within", "didn't complete within", "within the allotted time", "within the timeout", "TimeoutError", "The request has timed out", "took too long", "time limit exceeded", "Reading the request body timed out due to data arriving too slowly", "A task was canceled*Timeout", "connection timeout", "within the permitted time", .. LocalisedTexts.TimedOut,
                "StatusCode=DeadlineExceeded",
                "Connect Timeout", "Headers Timeout", "Body Timeout", "Command Timeout", "Read Timeout", "Write Timeout", "Socket Timeout",
                "ms exceeded", "timed-out waiting", "Time out has expired", "time-out has expired", "Time out occurred", "has timed", "time out waiting", "before timeout", "no response within", "did not respond within", "did not respond in time", "didn't respond", "Wait timeout", "not respond in",
            ],
            Remediation = ["See which call {culprit} waits for, and how long it takes at those times.", "Give every call a time-out that fits it, retry only what is idempotent, and tell the user what to do."],
        },
        new()
        {
            // The bare word; a sentence about the length of a time-out is about a value.
            Id = "timeout-word", Category = ErrorCategories.Timeout, Severity = Medium, Messages = ["timeout"], Reads = message => !MessageShapes.SaysValue(message, "timeout"),
            Remediation = ["See which call {culprit} waits for, and how long it takes at those times.", "Give every call a time-out that fits it, retry only what is idempotent, and tell the user what to do."],
        },
        new()
        {
            Id = "cancelled", Category = Cancelled, Severity = Low, Types = ["OperationCanceledException", "TaskCanceledException", "AbortError", "CanceledError", "CancelledError", "AbortException", "ThreadInterruptedException", "ThreadAbortException", "*CanceledException", "*CancelledException", "*CanceledError", "*CancelledError"],
            Remediation = ["Most often the user left or the host stopped: let {culprit} treat cancellation as an end, not as an error.", "If nobody cancelled, a time-out did: see which token is passed."],
        },
        new()
        {
            Id = "cancelled-message", Category = Cancelled, Severity = Low,
            Messages =
            [
                "A task was canceled", "The operation was canceled", "operation was cancelled", "operation was aborted", "The user aborted a request", "signal is aborted without reason", "BodyStreamBuffer was aborted", "NS_BINDING_ABORTED", "NS_ERROR_ABORT", "ERR_ABORTED", "ERR_CANCELED", "The client has disconnected", "The client reset the request stream", "The request was aborted", "Request aborted", "Fetch is aborted", "StatusCode=\"Cancelled\"", "call canceled by the client", "request was canceled", "request has been canceled",
                "Navigation cancelled", "navigation was aborted", "AbortError", "Transition was aborted", "Transition was skipped", "play() request was interrupted", "canceled by the user", "Reading from the stream has been canceled", "The fetching process for the media resource was aborted", "The query was canceled", "request aborted",
                "via a navigation guard", "initial props cancelled", "Cancel rendering route", "Thread was interrupted", "Thread was being aborted", "StatusCode=Cancelled", "request canceled", "request cancelled", "canceled by client", "Avoided redundant navigation", "Navigation aborted", "navigation is cancelled", "Cancelled by user", "User cancelled", "user canceled", "aborted by user", "aborted by the user", "popup_closed", "popup closed", "closed by user", "dismissed by the user", "Cancellation requested", "cancellation was requested", "A ViewTransition was aborted", "Share canceled", "Abort due to cancellation", "Request cancelled", "has been aborted", "Operation canceled", "operation cancelled", "operation canceled", "interrupted by a new load request", "The request has been aborted", "aborted a request",
            ],
            Remediation = ["Most often the user left: let {culprit} ignore aborted calls.", "If users did not leave, see what aborts: a navigation, a component that is disposed, a time-out."],
        },
        new()
        {
            Id = "work-cancelled", Category = Cancelled, Severity = Low, Reads = MessageShapes.SaysWorkCancelled,
            Remediation = ["Most often the user left or the host stopped: let {culprit} treat cancellation as an end, not as an error."],
        },
        new()
        {
            Id = "fetch-cancelled", Category = Cancelled, Severity = Low, Messages = LocalisedTexts.Cancelled,
            When = errorEvent => IsCancelled(MessageShapes.Bare(errorEvent.Message)),
            Remediation = ["Safari says so when a call is broken off by a navigation: let {culprit} ignore it while the page is left."],
        },
        new()
        {
            Id = "circuit-breaker", Category = ExternalService, Severity = High, Types = ["BrokenCircuitException", "IsolatedCircuitException", "BrokenCircuitException`1"],
            Remediation = ["A circuit breaker is open because a service failed often before: see the first failures of that service.", "Let {culprit} offer something useful while it is open."],
        },
        new()
        {
            Id = "service-failed", Category = ExternalService, Severity = High,
            Messages =
            [
                "The server had an error while processing", "service is temporarily unavailable", "service is not available", "service not available", "service is currently busy", "while processing your", "payment could not be processed", "request could not be processed", "Something went wrong on our", "service is currently unavailable", "server is overloaded", "server is busy", "The service is busy", "Backend Error", "try again later", "payment failed", "payment was declined", "was declined", "do_not_honor", "card_declined", "insufficient_funds", "Response not successful: Received status code 5", "server responded with an error", "provider returned an error", "Remote service", "is experiencing issues", "undergoing maintenance", "under maintenance", "broker is not available", "broker rejected", "partition leader", "topic-partition", "in-sync replicas", "HTTP error 5", "Expired card", "fraudulent",
                "does not indicate success: 5", "500 (Internal Server Error)", "500 Internal Server Error", "502 (Bad Gateway)", "502 Bad Gateway", "503 (Service Unavailable)", "503 Service Unavailable", "Bad Gateway", "Service Unavailable", "Service Temporarily Unavailable", "status code 50", "status code: 50", "status code of 50", "status: 50", "HTTP 50", "StatusCode=\"Unavailable\"", "StatusCode=\"Internal\"", "StatusCode=\"Unknown\"",
                "UNAVAILABLE: ", "upstream connect", "upstream request", "upstream server", "upstream service", "upstream prematurely", "upstream timed", "upstream error", "healthy upstream", "upstream returned", "upstream sent", "from upstream", "upstream host", "The circuit is now open", "Internal server error", "InternalServerError", "ServiceUnavailable", "The server committed a protocol violation", "remote server returned an error: (5", "does not indicate success: 418", "Syntax error, command unrecognized", "Mailbox unavailable", "Failure sending mail", "webhook failed", "webhook delivery", "webhook returned", "webhook call", "webhook endpoint returned", "webhook request failed", "webhook responded", "third-party service", "external service*fail*", "external service*unavailable", "external service returned", "external service did not", "error*external service", "call*external service", "Request failed with status code 5",
                "BadGateway", "status=50", "responded with status 5", "responded with 5", "server responded with a status of 5", "overloaded_error", "model is overloaded", "backend service",
                "StatusCode=Unavailable", "StatusCode=Internal", "StatusCode=Unknown", "StatusCode=\"Unimplemented\"", "StatusCode=Unimplemented", "StatusCode=\"DataLoss\"", "StatusCode=DataLoss", "circuit is manually held open", "card was declined", "card has insufficient funds", "AMQP connection", "AMQP operation", "AMQP close-reason", "AMQP error", "AMQP channel", "AMQP link", "specified endpoints were reachable", "Broker: ", "encountered an internal error", "due to an internal error", "no endpoint listening", "Server Unavailable", "Internal Failure", "ServerBusy", "InternalError",
            ],
            Remediation = ["Find the failing service's own log by time and correlation id; look at its status page if it is not yours.", "Let {culprit} retry what is idempotent with back-off, and show something useful meanwhile."],
        },
        new()
        {
            Id = "network", Category = Network, Severity = Medium,
            Types = ["SocketException", "WebException", "NetworkError", "ConnectionResetException", "WebSocketException", "HttpProtocolException", "QuicException", "NetworkInformationException", "PingException", "FetchError", "ConnectionRefusedException"],
            // An answer came: its status says more than that it came over a network.
            When = errorEvent => !errorEvent.Message.Contains("returned an error: (4", StringComparison.Ordinal),
            Remediation = ["See which host {culprit} calls, and whether its name resolves and its port answers from there.", "Retry with back-off what is idempotent; treat being offline as a normal state of a browser."],
        },
        new()
        {
            Id = "network-message", Category = Network, Severity = Medium,
            Messages =
            [
                "Failed to fetch", "NetworkError when attempting to fetch", "^Load failed", "Network request failed", "Network Error", "network error", "NetworkError", "A network error occurred", "net::ERR_", "ERR_NETWORK", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION", "ERR_NAME_NOT_RESOLVED", "The Internet connection appears to be offline", "The network connection was lost", "Could not connect to the server", "A server with the specified hostname could not be found", "cannot parse response", "TypeError: cancelled", "fetch failed",
                "No such host is known", "Name or service not known", "Temporary failure in name resolution", "nodename nor servname provided", "getaddrinfo", "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "EPIPE", "EHOSTUNREACH", "ENETUNREACH", "Connection refused", "actively refused it", "Connection reset", "reset by peer", "forcibly closed", "Broken pipe", "Network is unreachable", "No route to host", "host is unreachable", "Cannot assign requested address", "An error occurred while sending the request", "Unable to read data from the transport connection",
                "Unable to write data to the transport connection", "The response ended prematurely", "Received an unexpected EOF", "The underlying connection was closed", "Unable to connect to the remote server", "remote party closed the WebSocket", "The remote party closed", "WebSocket connection to", "WebSocket is already in CLOSING or CLOSED state", "WebSocket is not in the OPEN state", "socket hang up", "Connection closed", "connection was closed", "connection was aborted", "established connection was aborted", "Copying content to a stream", "Error while copying content to a stream", "The application completed without reading the entire request body", "HTTP/2 server closed the connection",
                "HTTP/2 connection", "HTTP/2 stream", "The request was aborted: Could not create", "XMLHttpRequest error", "XMLHttpRequest failed", "XMLHttpRequest: Failed", "XMLHttpRequest network", "'send' on 'XMLHttpRequest'", "XMLHttpRequest cannot load", "XMLHttpRequest.send", "is offline", "are offline", "offline mode", "^offline", "client is offline", "you are offline", "appears to be offline", "Only one usage of each socket address", "connection failed", "Unexpected end of request content", "Loading failed for the", "The network path was not found", "The requested name is valid, but no data of the requested type was found", "server closed connection", "connection attempt failed", "failed to connect", "ECONNABORTED", "Could not connect", "could not resolve host", "unable to connect",
                "Lost connection", "lost the connection", "other side closed", "socket disconnected", "before the connection is established", "CONNECTING state", "Resource temporarily unavailable", "proxy tunnel", "lacked sufficient buffer space", "unreachable host", "remote name could not be resolved", "ServiceWorker for scope", "Failed to register a ServiceWorker", "Failed to update a ServiceWorker", "DNS", .. LocalisedTexts.ConnectionLost,
                "ERR_HTTP2", "ERR_QUIC", "ERR_EMPTY_RESPONSE", "ERR_FAILED", "ERR_BLOCKED_BY", "ERR_INCOMPLETE_CHUNKED", "ERR_CONTENT_LENGTH", "ERR_ADDRESS", "ERR_PROXY", "ERR_TUNNEL", "ERR_SOCKET", "Network unreachable", "Network is down", "unreachable network", "Host is down", "Host unreachable", "incompatible with the requested protocol", "when status code '101' was expected", "Unexpected server response", "websocket error", "xhr poll error", "xhr post error", "transport close", "transport error", "ping timeout", "Host resolution failure", "Broker transport failure", "SSL or TLS connection", "Connection terminated", "connection lost", "connection dropped", "Connection is closed", "Connection ended", "premature close", "Premature close", "Invalid response body while trying to fetch", "disconnected from", "disconnected before", "closed unexpectedly", "socket is not connected", "client is not connected", "is not connected to", "server is not connected", "WebSocket is not connected", "transport is not connected", "connection is not connected", "peer is not connected", "endpoint is not connected", "Endpoint is not connected", "not reachable", "cannot reach*server", "cannot reach*host", "cannot reach*service", "can't reach*server", "can't reach*host", "can't reach*service", "could not be reached", "is unreachable", "nonexistent network", "requested address is not valid in its context", "no internet", "No connectivity", "Unable to reach", "Socket is not connected", "socket is not connected", "Socket closed", "socket closed", "Socket is closed", "Software caused connection abort", "Network dropped connection", "Protocol not available", "Address family not supported", "Protocol not supported", "Address not available", "shut down with a previous shutdown call", "socket operation", "Blocking operation was interrupted by a call to WSACancel", "DNS", "EPROTO", "ESERVFAIL", "ENODATA", "EREFUSED", "ENONAME", "unexpectedly disconnected", "ENOTCONN", "ENETDOWN", "EHOSTDOWN", "EADDRNOTAVAIL", "ENETRESET", "ECONNABORTED", "ESHUTDOWN", "NS_ERROR_NET", "NS_ERROR_UNKNOWN_HOST", "NS_ERROR_CONNECTION", "NS_ERROR_OFFLINE", "NS_ERROR_PROXY", "ERR_STREAM_PREMATURE_CLOSE", "UND_ERR_SOCKET", "bytes remaining to read", "Remote host closed", "remote host", "closed by the remote", "closed by remote", "Error connecting to", "Error while connecting", "unable to resolve host", "resolve address", "getaddrinfo", "name resolution", "Ping request", "server returned an invalid or unrecognized response",
            ],
            Remediation = ["See which address {culprit} calls: in a browser, most such reports are users whose connection dropped, or a blocker.", "If many users meet it at once, look at the server, the proxy and CORS.", "Retry with back-off what is idempotent; show that the app is offline."],
        },
        new()
        {
            Id = "fetch-terminated", Category = Network, Severity = Medium, Types = ["TypeError"], Messages = ["terminated"],
            Remediation = ["The connection broke while {culprit} read the answer's body: retry what is idempotent."],
        },
        new()
        {
            Id = "service-client", Category = ExternalService, Severity = High,
            Types =
            [
                "RpcException", "AmazonServiceException", "AmazonS3Exception", "AmazonDynamoDBException", "AmazonSQSException", "RequestFailedException", "StorageException", "ServiceBusException", "EventHubsException", "StripeException", "SmtpException", "SmtpCommandException", "SmtpProtocolException", "SmtpFailedRecipientException", "ServiceResponseException", "GoogleApiException", "FirebaseException", "TwilioException",
                "RestEaseApiException", "FlurlHttpException", "RefitException", "GraphQLHttpRequestException", "GraphQLException", "AlreadyClosedException", "BrokerUnreachableException", "OperationInterruptedException", "ProduceException", "ConsumeException", "KafkaException", "ServiceException", "ODataError", "FaultException", "CommunicationException", "EndpointNotFoundException", "ElasticsearchException", "TransportException", "OpenAIException", "ClientResultException", "FtpException", "SshException", "SoapException",
                "StripeInvalidRequestError", "StripeConnectionError", "StripeAPIError", "AmazonClientException", "HttpOperationException", "CloudException", "ErrorResponseException",
                "CosmosException",
            ],
            When = errorEvent => !errorEvent.Message.Contains("does not indicate success: 4", StringComparison.Ordinal) && !errorEvent.Message.Contains("status code 4", StringComparison.OrdinalIgnoreCase)
                && !errorEvent.Message.Contains("NotFound", StringComparison.OrdinalIgnoreCase) && !errorEvent.Message.Contains("not found", StringComparison.OrdinalIgnoreCase) && !errorEvent.Message.Contains("Network Error", StringComparison.OrdinalIgnoreCase)
                && !errorEvent.Message.Contains("No such", StringComparison.Ordinal) && !errorEvent.Message.Contains("InvalidArgument", StringComparison.Ordinal) && !errorEvent.Message.Contains("Aborted", StringComparison.Ordinal) && !errorEvent.Message.Contains("not exist", StringComparison.OrdinalIgnoreCase),
            Remediation = ["Read the service's own code and text in the message, and its log by time.", "Compare what {culprit} sends with the service's contract and version."],
        },
    ];

    /// <summary>By type alone, after all that the message says.</summary>
    public static IReadOnlyList<ClassificationRule> Types { get; } =
    [
        new()
        {
            Id = "service-other", Category = ExternalService, Severity = High,
            Types =
            [
                "Amazon*", "Azure*", "Google*", "Stripe*", "Twilio*", "SendGrid*", "RabbitMQ*", "MassTransit*", "Confluent*", "MailKit*", "System.ServiceModel*", "Octokit*", "Refit*", "Flurl*", "Elastic*", "OpenAI*", "Microsoft.Graph*", "Microsoft.Azure*", "NServiceBus*", "Rebus*", "Grpc*", "Firebase*", "ApolloError", "AxiosError", "CombinedError", "TRPCClientError", "HTTPError", "Kafka*", "Pusher*", "PayPal*", "Braintree*", "Square*", "Shopify*", "Slack*", "Telegram*", "Sendbird*", "Algolia*", "Contentful*", "Supabase*", "Postgrest*", "Zeebe*", "Temporal*", "Hangfire*", "Dapr*", "Consul*", "Minio*", "Nest.*", "*ApiException", "*ServiceException", "*ApiError", "*GatewayException",
            ],
            Remediation = ["Read the service's own code and text in the message, and its log by time.", "Compare what {culprit} sends with the service's contract and version."],
        },
        new()
        {
            Id = "network-other", Category = Network, Severity = Medium, Types = ["*NetworkError", "*ConnectionError", "*ConnectError", "*NetworkException", "*SocketError", "*ConnectionRefusedError", "*ConnectionResetError", "HttpRequestException", "HttpIOException", "*SocketException", "*ConnectionException", "*ConnectException", "UndiciError", "RequestError"],
            Remediation = ["See which host {culprit} calls, and what the innermost cause says.", "Retry with back-off what is idempotent."],
        },
    ];

    private static bool IsCancelled(ReadOnlySpan<char> text)
    {
        foreach (var word in LocalisedTexts.Cancelled)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
