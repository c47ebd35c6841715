using System.Buffers;
using System.Text;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>A .NET type's name without generic arity and arguments, with <c>.</c> before nested types, however the stack was printed.</summary>
internal static class TypeNames
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("`[]<>+@,");

    /// <summary><c>Ns.Outer`1+Inner[[System.Int32, …]]</c> and <c>Ns.Outer&lt;T&gt;.Inner</c> become <c>Ns.Outer.Inner</c>.</summary>
    public static string Normalize(string type)
    {
        if (!type.AsSpan().ContainsAny(s_marks))
            return type;
        var builder = new StringBuilder(type.Length);
        var depth = 0;
        for (var i = 0; i < type.Length; i++)
        {
            var c = type[i];
            if (c is '[' or '<')
                depth++;
            else if (c is ']' or '>')
                depth = Math.Max(0, depth - 1);
            else if (depth > 0)
                continue;
            else if (c is '`' or '@')
                i = SkipDigits(type, i);
            else
                builder.Append(c == '+' ? '.' : c);
        }
        return builder.ToString();
    }

    private static int SkipDigits(string text, int i)
    {
        while (i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] == '-'))
            i++;
        return i;
    }
}
