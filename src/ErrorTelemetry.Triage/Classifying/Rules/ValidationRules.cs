using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>What does not exist, and arguments or input that break a rule.</summary>
internal static class ValidationRules
{
    /// <summary>Arguments that .NET names in fixed words; before all loose words, since a parameter can be called <c>timeout</c> or <c>token</c>.</summary>
    public static IReadOnlyList<ClassificationRule> Arguments { get; } =
    [
        new()
        {
            Id = "argument-type", Category = Validation, Severity = Medium, Types = ["ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "IndexOutOfRangeException", "DivideByZeroException", "CultureNotFoundException", "OverflowException", "UriFormatException", "InvalidEnumArgumentException", "CookieException"],
            Remediation = ["See what {culprit} was given and by whom: check it where it comes in, with a message for the sender.", "Where the value is the app's own, the caller one frame up is the place to correct."],
        },
        new()
        {
            Id = "argument-message", Category = Validation, Severity = Medium,
            Messages =
            [
                "(Parameter '", "Parameter name:", "(Параметр", "Parametername:", "Nom du paramètre", "Nombre del parámetro", "参数名", "パラメーター名", "Value cannot be null", "was out of range", "Specified argument was out of the range", "Index was outside the bounds", "does not fall within the expected range", "Requested value*was not found", "un-representable DateTime", "Unrecognized Guid format", "Guid should contain",
                "too large or too small for", "Multipart body length limit", "an infinite timeout", "Failed to construct 'URL'", "Failed to parse URL", "Invalid URL", "cannot be parsed as a URL", "is not a valid URL", "An item with the same key has already been added", "Illegal characters in path", "Culture is not supported", "Der Wert darf nicht NULL sein", "La valeur ne peut pas être null", "El valor no puede ser nulo", "Значение не может быть неопределенным", "值不能为 null", "値を Null にすることはできません",
                "out of bounds for the array", "maxContentLength size of", "maxBodyLength limit", "were out of bounds",
            ],
            Remediation = ["See what {culprit} was given and by whom: check it where it comes in, with a message for the sender.", "Where the value is the app's own, the caller one frame up is the place to correct."],
        },
    ];

    /// <summary>After what parsers of data say.</summary>
    public static IReadOnlyList<ClassificationRule> Formats { get; } =
    [
        new()
        {
            Id = "argument-format", Category = Validation, Severity = Medium, Types = ["FormatException", "*FormatException"],
            Remediation = ["See what text {culprit} was given and by whom: check it where it comes in, with a message for the sender.", "Parse with TryParse and the invariant culture where the text is a program's and not a person's."],
        },
    ];

    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "value-missing", Category = Validation, Severity = Medium,
            Messages = ["is missing field", "is missing a required", "is missing the required", "is missing required", "missing required", "missing mandatory", "is missing a value", "is missing parameter", "is missing argument", "required*is missing", "missing * parameter", "missing * field", "missing * argument"],
            Remediation = ["See what {culprit} was sent and by whom; check it where it comes in, and name the part that is missing."],
        },
        new()
        {
            Id = "not-found-type", Category = NotFound, Severity = Medium,
            Types = ["KeyNotFoundException", "NotFoundException", "NotFoundError", "EntityNotFoundException", "ObjectNotFoundException", "ResourceNotFoundException", "RecordNotFoundException", "ItemNotFoundException", "UserNotFoundException", "RowNotInTableException", "RouteNotFoundException", "TimeZoneNotFoundException", "NoSuchKeyException", "HttpNotFoundException", "DocumentNotFoundException", "*NotFoundException", "*NotFoundError", "*DoesNotExistException", "NoSuch*", "*NotFound", "*NotFoundFault", "NoSuchBucketException"],
            Remediation = ["See which key {culprit} asks for: gone, never there, or of another tenant or case.", "Use TryGetValue or answer 404 where absence is normal."],
        },
        new()
        {
            Id = "not-found", Category = NotFound, Severity = Medium,
            Messages =
            [
                "404 (Not Found)", "404 Not Found", "status code 404", "status code: 404", "status code of 404", "(404)", "HTTP 404", "status: 404", "StatusCode=\"NotFound\"", "NoSuchKey", "NoSuchBucket", "BlobNotFound", "ResourceNotFound", "was not found", "not found", "not be found", "could not find", "couldn't find", "does not exist", "doesn't exist", "was not present in the dictionary", "Sequence contains no", "contains no matching element", "contains no elements", "No route matches", "cannot match any routes", "NG04002", "no longer exists", "NotFound", "410 (Gone)",
                "410 Gone", "No match for", "No matching", "Unknown route", "no results", "no rows in result set", "is missing",
                "No such ", "NEXT_NOT_FOUND", "StatusCode=NotFound", "No record", "Cannot GET /", "Cannot POST /", "Cannot PUT /", "Cannot PATCH /", "Cannot DELETE /", "No document found", "No matching document", "No data found", "No rows", "No item", "No user", "No post found", "No entity", "not exists", "could not locate", "Could not locate", "Unable to locate", "unable to find", "Unable to find", "cannot find", "can't find", "Failed to find", "failed to find", "couldn't locate", "not registered in", "no longer present", "has been removed", "was removed", "was deleted", "unknown id", "is unknown", "NotFound (404)", "was not located", "no longer available", "has been deleted",
            ],
            Remediation = ["See what {culprit} looks for, and whether it was deleted, renamed, or never there; follow the link that led here.", "Use FirstOrDefault or TryGet where absence is normal, and answer 404, not 500."],
        },
        new()
        {
            Id = "nothing-found", Category = NotFound, Severity = Medium, Reads = MessageShapes.SaysNothingFound,
            Remediation = ["See what {culprit} looks for, and whether it was deleted, renamed, or never there.", "Answer 404 where absence is normal, not 500."],
        },
        new()
        {
            Id = "resource-missing", Category = NotFound, Severity = Low, Mechanisms = [ErrorMechanisms.Resource],
            Remediation = ["An image, font or medium of the page did not load: see whether its address is right and the file is there.", "Blockers and lost connections cause such reports too."],
        },
        new()
        {
            Id = "argument", Category = Validation, Severity = Medium,
            Types =
            [
                "ArithmeticException", "NotFiniteNumberException", "DuplicateWaitObjectException", "RegexParseException", "DuplicateNameException", "RankException", "RangeError", "URIError", "IndexSizeError",
                "InvalidCharacterError", "InvalidNodeTypeError", "OverconstrainedError", "DataError", "InvalidTimeZoneException", "AmbiguousImplementationException", "StrongNameSignatureException", "*ArgumentException", "*OutOfRangeException",
            ],
            Remediation = ["See what {culprit} was given and by whom; check it where it comes in, with a message for the sender.", "Where the value is the app's own, the caller one frame up is the place to correct."],
        },
        new()
        {
            Id = "validation", Category = Validation, Severity = Low,
            Types = ["ValidationException", "ValidationError", "BadHttpRequestException", "ZodError", "ModelValidationException", "ApiValidationException", "BadRequestException", "AntiXssException", "HttpRequestValidationException", "AbpValidationException", "ConstraintViolationException", "YupValidationError", "InvalidInputException", "UserFriendlyException", "BusinessException", "DomainException", "BusinessRuleException", "*ValidationException", "*ValidationError"],
            Remediation = ["Input broke a rule that {culprit} checks: answer 400 with the list of faults, so that it never becomes an error.", "Check the same rule in the form before sending."],
        },
        new()
        {
            Id = "validation-message", Category = Validation, Severity = Medium,
            Messages =
            [
                "Value cannot be null", "Parameter name:", "(Parameter '", "was out of range", "out of range", "Index was outside the bounds", "outside the bounds of the array", "Input string was not in a correct format", "was not in a correct format", "was not recognized as a valid", "not a valid value", "is not valid for", "400 (Bad Request)", "400 Bad Request", "status code 400", "status code: 400", "422 (Unprocessable", "Unprocessable Entity", "status code 422", "status code: 422", "415 (Unsupported Media Type)", "Unsupported Media Type", "413 (", "Payload Too Large",
                "Request body too large", "Entity Too Large", "405 (Method Not Allowed)", "Method Not Allowed", "Invalid array length", "Invalid time value", "Invalid Date", "Invalid count value", "URI malformed", "is not a valid selector", "toFixed() digits argument", "Failed to construct 'URL'", "Invalid URL", "Invalid URI", "is not a valid URL", "Invalid regular expression", "Invalid pattern", "Validation failed", "validation error", "One or more validation errors", "is required", "are required", "is invalid", "must be greater", "must be less", "must be between", "must be a ",
                "must be at least", "must not be", "cannot be empty", "cannot be blank", "cannot be null", "can't be blank", "may not be empty", "invalid argument", "StatusCode=\"InvalidArgument\"", "INVALID_ARGUMENT", "Attempted to divide by zero", "Arithmetic operation resulted in an overflow", "Failed to read parameter", "Required parameter", "Failed to bind parameter", "The field*must", "with the same key has already been added", "Requested value*was not found", "Multipart body length limit", "Invalid value", "invalid format", "bad request", "invalid parameter", "Missing content-type boundary",
                "precision out of range", "radix must be", "repeat count must be", "Unexpected value", "Invalid input", "not a valid", "Unsupported*format", "BadRequest", "offset is out of bounds", "Incorrect Content-Type", "Invalid request", "Malformed",
                "is a required field", "must be a valid", "limit*exceeded", "Cannot query field", "of required type", "Cast to * failed", "was not provided", "should not exist", "not provided for", "must be provided", "Invalid flags", "Invalid code point", "Invalid group", "is not supported for", "too many parameters", "is not a valid", "exceeds the maximum", "exceeds maximum", "exceeded the maximum", "exceeds the limit", "exceeds max", "maximum length", "minimum length", "too long", "too short", "too small", "too big", "too large", "invalid data", "Unsupported field value", "width is 0", "height is 0", "must have", "must contain", "must match", "must equal", "must start", "must end", "must begin", "must specify", "must provide", "should be ", "should not be", "should have", "cannot contain", "can not be", "cannot be negative", "must be positive", "must be non-negative", "must be one of", "is not one of", "not allowed here", "is not allowed", "are not allowed", "Expected*but got", "expected*got", "expected*received", "does not match", "do not match", "doesn't match", "not match the", "already taken", "already in use", "already registered", "Already exists", "already exists", "is reserved", "Unrecognized", "unrecognized", "Unknown option", "Unknown parameter", "Unknown argument", "unexpected argument", "missing argument", "Missing argument", "Missing required", "missing required", "required property", "required argument", "required field", "Required field", "Missing parameter", "not enough arguments", "Not enough arguments", "argument is required", "invalid length", "Invalid length", "invalid size", "Invalid name", "invalid name", "Invalid type", "Invalid email", "invalid email", "Invalid phone", "invalid character", "Invalid character", "Invalid header", "invalid header", "Invalid id", "invalid id", "Invalid state", "Invalid option", "invalid option", "Invalid index", "invalid index", "Invalid date", "invalid date", "Invalid number", "not a number", "NaN", "non-negative", "out-of-range", "empty string", "not be empty", "non-empty", "whitespace", "not unique", "is too ", "overflow", "negative", "invalid_type", "Division by zero", "locale information", "time zone specified", "is not finite", "typed array length", "of the DataView", "Latin1 range", "larger than the node's length", "URI error", "cannot be converted to a BigInt", "Input was invalid", "StatusCode=InvalidArgument", "FailedPrecondition", "OutOfRange",
            ],
            Remediation = ["See what {culprit} was given and by whom; check it where it comes in, and say what is wrong.", "Answer 400 for bad input from outside; correct the caller where it is the app's own."],
        },
        new()
        {
            Id = "invalid-value", Category = Validation, Severity = Medium, Reads = MessageShapes.SaysInvalid,
            Remediation = ["See what {culprit} was given and by whom; check it where it comes in, and say what is wrong."],
        },
    ];
}
