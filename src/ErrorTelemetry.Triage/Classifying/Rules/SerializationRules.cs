using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Text or bytes to data, and back.</summary>
internal static class SerializationRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "html-as-json", Category = Serialization, Severity = High,
            Messages =
            [
                "Unexpected token '<'*JSON", "Unexpected token < in JSON", "'<' is an invalid start of a value", "Unexpected character encountered while parsing value: <", "Unrecognized token '<'", "JSON.parse: unexpected character at line 1 column 1",
            ],
            Remediation = ["An address that should answer JSON answered an HTML page: an error page, a sign-in page, or the single-page fallback.", "Let {culprit} check status and content type before reading; let API routes answer problem details."],
        },
        new()
        {
            Id = "json-type", Category = Serialization, Severity = High,
            Types =
            [
                "JsonException", "JsonReaderException", "JsonSerializationException", "JsonWriterException", "SerializationException", "InvalidDataContractException", "XmlException", "XmlSchemaException", "XmlSchemaValidationException", "InvalidProtocolBufferException", "BsonSerializationException", "YamlException", "SemanticErrorException", "CsvHelperException", "TypeConverterException", "MessagePackSerializationException",
                "DataCloneError", "EncodingError", "DecoderFallbackException", "EncoderFallbackException", "ProtoException", "AvroException", "JsonPatchException", "TomlException", "ODataException", "HeaderValidationException", "ReaderException",
                "Newtonsoft.Json*", "YamlDotNet*", "CsvHelper*", "Google.Protobuf*", "MessagePack*", "*SerializationException", "*DeserializationException", "JsonParseError",
            ],
            Remediation = ["Compare the text with the type that {culprit} reads it into: the path in the message names the member.", "Check the sender's version; be strict in what is sent and tolerant in what is read (nullable members, unknown enum values)."],
        },
        new()
        {
            Id = "json-message", Category = Serialization, Severity = High,
            Messages =
            [
                "is not valid JSON", "in JSON at position", "Unexpected end of JSON input", "Unexpected non-whitespace character after JSON", "JSON.parse", "JSON Parse error", "after JSON", "Unterminated string in JSON", "Bad control character in string literal in JSON", "Expected property name or '}' in JSON", "circular structure to JSON", "^cyclic object value$", "cannot serialize cyclic structures", "A possible object cycle was detected", "JSON value could not be converted",
                "The input does not contain any JSON tokens", "is an invalid start of a value", "is an invalid JSON literal", "is an invalid escapable character", "Deserialization of types without a parameterless constructor", "Deserialization of interface", "could not be cloned", "Error reading JObject", "Error converting value", "Cannot deserialize the current JSON", "Unexpected character encountered while parsing", "Additional text encountered after finished reading JSON", "Self referencing loop detected",
                "There is an error in XML document", "Root element is missing", "Data at the root level is invalid", "Error parsing JSON", "not well-formed", "Do not know how to serialize a BigInt", "BigInt value can't be serialized", "Serialization and deserialization of*not supported", "The type*is not marked as serializable", "JsonTypeInfo metadata for type", "The collection type*is abstract", "Type is an interface or abstract class and cannot be instantiated",
                "Protocol message contained an invalid tag", "While parsing a protocol message", "malformed JSON", "invalid json", "Failed to deserialize", "Could not deserialize", "JSON property name", "The JSON value", "collides with another property", "Expecting element '", "Encountered 'Element'", "Header with name", "While scanning a", "While parsing a", "could not find expected ':'", "occured deserializing", "occurred deserializing", "error deserializing", "deserializing the", "unable to deserialize", "Unable to deserialize", "invalid XML", "invalid yaml", "Invalid YAML", "invalid UTF-8", "Invalid UTF-8", "invalid utf", "invalid byte sequence", "invalid start byte", "encoded data was not valid", "Found invalid data while decoding", "Invalid gzip", "incorrect header check", "invalid block type", "incorrect data check", "unknown compression method", "Error reading string", "Error reading integer", "Unexpected token when", "Unexpected token while", "Unexpected end when", "Unterminated string. Expected", "Could not create an instance of type", "Required property '", "Invalid property identifier", "After parsing a value", "does not conform to the schema", "undeclared entity", "Cannot return null for non-nullable field", "JsonConverter", "Utf8Json", "type metadata", "invalid wire type", "MessagePack", "Error converting", "Failed to parse", "unexpected end of data", "not a valid Base-64 string", "Invalid character in a Base-64 string", "The string to be decoded is not correctly encoded", "Failed to execute 'atob'", "No JSON content", "XML Parsing Error", "supports deserialization using the property", "Bad escaped character in JSON", "Reflection-based serialization has been disabled",
                "Element '*' does not match any field or property of class", "Cannot get the value of a token type", "Failed to execute 'json'", "The string did not match the expected pattern",
                "requires an element of type", "deserialization constructor", "JSON payload", "not found in JSON", "XmlInclude", "is not marked as serializable", "is an invalid character. Line", "missing required properties", "during deserialization", "Unrecognized token", "JSON document", "Unexpected JSON", "Error parsing*JSON", "not a valid JSON", "Can't serialize", "Cannot serialize", "Cannot deserialize", "could not be deserialized",
                "could not be mapped to any .NET member", "cannot be serialized as JSON", "Http failure during parsing", "Unable to translate Unicode", "Unable to translate bytes", "Error serializing",
            ],
            Remediation = ["Look at the text that {culprit} got: an empty answer, a cut one, or another version of the contract.", "Check status and content type before reading; log the length, never the content."],
        },
    ];
}
