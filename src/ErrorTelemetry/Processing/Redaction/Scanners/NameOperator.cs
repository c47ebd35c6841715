namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>What joins a name to its value.</summary>
internal enum NameOperator
{
    /// <summary>Nothing does: the name stands in prose or code.</summary>
    None,

    /// <summary><c>=</c>, <c>:=</c>, <c>=&gt;</c>, <c>-&gt;</c>, <c>%3D</c>, a quoted name with <c>:</c>, or a value attribute: whatever follows is meant as the value.</summary>
    Assign,

    /// <summary><c>:</c> behind a bare name, as in headers, YAML and prose.</summary>
    Colon,

    /// <summary>A blank, or a word such as <c>is</c>.</summary>
    Blank,

    /// <summary>A blank behind <c>--name</c>.</summary>
    Flag,

    /// <summary>The text of an XML element.</summary>
    Element,

    /// <summary>The indented lines behind <c>name: |</c>.</summary>
    Block,
}
