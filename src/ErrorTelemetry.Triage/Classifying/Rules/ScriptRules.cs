using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Wrong types and names in the fixed words of engines and runtimes; before all loose words, since the names in them can be any word.</summary>
internal static class ScriptRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "not-a-function", Category = TypeError, Severity = High,
            Messages =
            [
                "is not a function", "is not a constructor", "is not iterable", "is not a function or its return value is not iterable", "object is not extensible", "Assignment to constant variable", "invalid assignment to const", "Attempted to assign to readonly property", "Cannot assign to read only property", "Cannot redefine property", "has only a getter", "Class constructor*cannot be invoked without 'new'", "Invalid attempt to spread", "Invalid attempt to destructure", "Invalid attempt to iterate", "Object doesn't support property or method", "Object doesn't support this action",
                "Illegal invocation", "Converting*to a primitive", "Cannot convert a Symbol", "Cannot convert a BigInt", "Cannot mix BigInt", "is not an instance of", "parameter 1 is not of type", "not of type '", "does not implement interface", "Illegal constructor", "Cannot convert object to primitive value", "Spread syntax requires", "Reduce of empty array with no initial value", "\" is read-only", "^Expected a function$", "Expected a function, instead", "^Function expected$", "instanceof is not callable", "Right-hand side of 'instanceof'", "Super expression must", "Symbol.iterator", "Derived constructors", .. LocalisedTexts.NoSuchMethod,
                "Cannot delete property '", "non-configurable", "getter-only property", "must be invoked with 'new'", "without new is forbidden", "requires 'new'", "called on incompatible", "can't convert symbol", "can't convert BigInt", "must be an instance of", "invalid 'instanceof' operand", "Object doesn't support this", "^Generator is already running$", "already executing generator", "Class extends value", "comparison function must be", "Object prototype may only be", "private member from", "private member of", "private member to an object", "private member #", "private field '#", "private field of", "private field from", "private field on", "private field #", "Iterator result", "cannot be invoked without 'new'", "^invalid assignment to", "is not callable",
                "argument must be of type", "argument must be one of type", "non-callable", "Cannot create property '*' on", "Chaining cycle detected", "can't convert * to BigInt", "must have a callable", "proxy that has been revoked", "on proxy: trap", "on proxy: property", "Overload resolution failed", "Cannot convert value in", "called on non-object", "on a non-object", "is not a promise", "is not an iterator", "not a typed array", "not a Date object", "Promise resolver", "Cannot convert argument to a ByteString", "Value is not a sequence", "is not an object (evaluating",
            ],
            Remediation = ["The value that the message names has another type at {culprit} than the code expects: log its type there, and check the version of the library or answer it comes from.", "Check answers of services at the border; type-check the scripts."],
        },
        new()
        {
            Id = "declaration-order", Category = TypeError, Severity = High,
            Messages = ["Cannot access '*' before initialization", "can't access lexical declaration", "is used before its declaration", "uninitialized variable", "Must call super constructor", "undeclared variable", "redeclaration of", "Invalid left-hand side", "Identifier '*' has already been declared"],
            Remediation = ["{culprit} uses a name before it has a value, or twice: two modules that import each other are the usual cause.", "Break the cycle of imports, or move the use into a function that runs later."],
        },
        new()
        {
            Id = "not-defined", Category = TypeError, Severity = High, Types = ["ReferenceError"],
            Remediation = ["{culprit} uses a name that does not exist there: a script that has not loaded or was blocked, a typo, or an order of scripts.", "Import what is used; do not rely on globals."],
        },
        new()
        {
            Id = "not-defined-message", Category = TypeError, Severity = High,
            Messages = ["is not defined", "Can't find variable", "' is undefined", .. LocalisedTexts.NotDefined],
            When = errorEvent => !MessageShapes.UndefinedName(errorEvent.Message).IsEmpty || LocalisedTexts.NotDefined.Any(text => errorEvent.Message.Contains(text, StringComparison.Ordinal)),
            Remediation = ["{culprit} uses a name that does not exist there: a script that has not loaded or was blocked, a typo, or an order of scripts.", "Import what is used; do not rely on globals."],
        },
        new()
        {
            Id = "syntax-message", Category = TypeError, Severity = High,
            Messages =
            [
                "Invalid or unexpected token", "Unexpected token '", "Unexpected token }", "Unexpected token )", "Unexpected token {", "Unexpected token export", "Unexpected token import", "Unexpected token .", "Unexpected token ?", "Unexpected end of input", "^Unexpected identifier$", "^Unexpected identifier '", "^Unexpected identifier (", "^Unexpected string$", "^Unexpected string in", "^Unexpected number$", "^Unexpected number in", "Unexpected template string", "Unexpected strict mode", "missing ) ", "missing } ", "missing ] ", "missing ; before",
                "expected expression, got", "import statement outside a module", "import declarations may only appear", "unterminated string literal", "await is only valid", "illegal character U+", "Unexpected reserved word", "Invalid shorthand property", "Illegal return statement", "Illegal break statement", "Octal literals are not allowed", "Rest parameter must be last", "Invalid destructuring assignment", "Missing initializer in const",
                "Unexpected eval or arguments", "function statement requires a name", "^Unexpected keyword", "Unexpected private name", "Invalid Unicode escape sequence",
            ],
            When = errorEvent => !errorEvent.Message.Contains("JSON", StringComparison.OrdinalIgnoreCase) && errorEvent.Stack?.Contains("JSON.parse", StringComparison.Ordinal) != true,
            Remediation = ["A script does not parse in this browser: see whether its version is too old for the syntax that is shipped, or the file arrived cut or changed.", "Set the build's target to the browsers that are supported."],
        },
        new()
        {
            Id = "cast-message", Category = TypeError, Severity = High, Messages = ["Unable to cast object of type", "Specified cast is not valid", "must implement IConvertible", "Null object cannot be converted", "type incompatible with the array", "Parameter count mismatch", "Ambiguous match found", "does not match target type", "Cannot implicitly convert type", "does not contain a definition for", "Object must be of type", "cannot be cast from", "cannot be assigned to destination", "Conversion from string*to type", "Conversion from type*to type", "Invalid cast from", "cannot be converted to type", "Cannot convert type"],
            When = errorEvent => !errorEvent.Message.Contains("System.DBNull", StringComparison.Ordinal),
            Remediation = ["See what {culprit} gets and what it expects; convert explicitly."],
        },
    ];

    /// <summary>Wrong types by the exception's own; after the database's, where such an exception means a wrong mapping.</summary>
    public static IReadOnlyList<ClassificationRule> Casts { get; } =
    [
        new()
        {
            Id = "cast", Category = TypeError, Severity = High, Types = ["InvalidCastException", "ArrayTypeMismatchException", "RuntimeBinderException", "TypeAccessException", "TargetException", "TargetParameterCountException", "AmbiguousMatchException", "FieldAccessException", "MethodAccessException", "MemberAccessException", "ClassCastException"],
            Remediation = ["See what {culprit} gets and what it expects; test with is or as where both may come.", "After reading data, convert explicitly: 1, \"1\" and 1L are three types."],
        },
    ];

    /// <summary>After what parsers of data say: a script that does not parse, whatever the engine calls it.</summary>
    public static IReadOnlyList<ClassificationRule> Syntax { get; } =
    [
        new()
        {
            Id = "syntax-error", Category = TypeError, Severity = High, Types = ["SyntaxError"],
            // An argument that a script gives to the page can be called so too.
            When = errorEvent => !errorEvent.Message.Contains("selector", StringComparison.Ordinal) && (!errorEvent.Message.Contains("egular expression", StringComparison.Ordinal) || errorEvent.Message.Contains("expression literal", StringComparison.Ordinal)) && !errorEvent.Message.Contains("RegExp", StringComparison.Ordinal),
            Remediation = ["A script does not parse in this browser: see whether its version is too old for the syntax that is shipped, or the file arrived cut or changed.", "Set the build's target to the browsers that are supported."],
        },
    ];

    /// <summary>After time-outs, cancellations and failed fetches, which browsers report as <c>TypeError</c> too; before words that any name can hold.</summary>
    public static IReadOnlyList<ClassificationRule> Types { get; } =
    [
        new()
        {
            Id = "type-error", Category = TypeError, Severity = High, Types = ["TypeError", "ReferenceError", "EvalError"],
            Remediation = ["The engine's message names the value: see at {culprit} what it holds in this case.", "Check answers of services at the border; type-check the scripts."],
        },
    ];
}
