namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>
/// A .NET method name as a person wrote it. Compilers put the body of async methods, iterators, lambdas and local functions into generated
/// members (https://github.com/dotnet/roslyn, GeneratedNameKind); their numbers change with every edit.
/// </summary>
internal readonly ref struct ManagedName(ReadOnlySpan<char> module, string function)
{
    /// <summary>What stands for a lambda, as in <c>Total.&lt;lambda&gt;</c>.</summary>
    public const string Lambda = "<lambda>";

    private const int MaxNesting = 8;

    public ReadOnlySpan<char> Module { get; } = module;

    public string Function { get; } = function;

    /// <summary>Reads <c>Ns.Type.Method</c>, <c>Ns.Type.&lt;Method&gt;d__1.MoveNext</c>, <c>Ns.Type.&lt;&gt;c.&lt;Method&gt;b__0_0</c>, ….</summary>
    public static ManagedName Parse(ReadOnlySpan<char> name)
    {
        name = WithoutArguments(name);
        if (name.EndsWith("..ctor", StringComparison.Ordinal))
            return new ManagedName(UserType(name[..^"..ctor".Length]), ".ctor");
        if (name.EndsWith("..cctor", StringComparison.Ordinal))
            return new ManagedName(UserType(name[..^"..cctor".Length]), ".cctor");
        Split(name, out var module, out var method);
        // All members of a state machine are the body of the one method that it was made from, however they are named:
        // Type.<M>d__1.MoveNext, Type.<M>d__1.System.Collections.IEnumerator.get_Current.
        if (module.ContainsAny('<', '$'))
        {
            var machine = StateMachine(module, out var owner);
            if (!machine.IsEmpty)
                return new ManagedName(UserType(owner), Demangle(machine, 0));
        }
        if (module.Contains('@') && TryClosure(module, out var closure, out var function))
            return new ManagedName(UserType(closure), function);
        return new ManagedName(UserType(module), Demangle(method, 0));
    }

    /// <summary>F# makes a class of each closure and sequence, named after its function and line: <c>Ns.Module.total@7-1.Invoke</c>.</summary>
    private static bool TryClosure(ReadOnlySpan<char> module, out ReadOnlySpan<char> owner, out string function)
    {
        Split(module, out owner, out var last);
        var at = last.IndexOf('@');
        function = at > 0 ? last[..at].ToString() : string.Empty;
        return at > 0 && !owner.IsEmpty && at + 1 < last.Length && char.IsAsciiDigit(last[at + 1]);
    }

    private static void Split(ReadOnlySpan<char> name, out ReadOnlySpan<char> before, out ReadOnlySpan<char> last)
    {
        var depth = 0;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            switch (name[i])
            {
                case '>' or ']':
                    depth++;
                    break;
                case '<' or '[':
                    depth--;
                    break;
                case '.' or '+' when depth <= 0:
                    before = name[..i];
                    last = name[(i + 1)..];
                    return;
            }
        }
        before = default;
        last = name;
    }

    /// <summary>The generated type <c>&lt;M&gt;d__1</c> (or VB's <c>VB$StateMachine_1_M</c>) nearest the end, and what declares it.</summary>
    private static ReadOnlySpan<char> StateMachine(ReadOnlySpan<char> module, out ReadOnlySpan<char> owner)
    {
        for (var i = 0; i < MaxNesting && !module.IsEmpty; i++)
        {
            Split(module, out var before, out var last);
            owner = before;
            if (last.Length > 1 && last[0] == '<' && last[1] != '>' && GeneratedEnd(last) is > 0 and var end && IsStateMachine(last[(end + 1)..]))
                return last;
            if (last.StartsWith("VB$StateMachine_", StringComparison.Ordinal))
                return last;
            module = before;
        }
        owner = default;
        return default;
    }

    /// <summary>What follows the angle brackets: <c>d__1</c>, <c>d</c>, Mono's <c>c__Iterator3</c> and <c>c__async0</c>.</summary>
    private static bool IsStateMachine(ReadOnlySpan<char> suffix) =>
        suffix.StartsWith("d__", StringComparison.Ordinal) || suffix is "d" || suffix.StartsWith("d`", StringComparison.Ordinal)
        || suffix.StartsWith("c__Iterator", StringComparison.Ordinal) || suffix.StartsWith("c__async", StringComparison.Ordinal);

    private static int GeneratedEnd(ReadOnlySpan<char> name) => StackText.MatchingClose(name, 0, '<', '>');

    /// <summary>Drops generated closure types (<c>&lt;&gt;c</c>, <c>&lt;&gt;c__DisplayClass3_0</c>, <c>_Closure$__</c>) from the end of a type.</summary>
    private static ReadOnlySpan<char> UserType(ReadOnlySpan<char> type)
    {
        for (var i = 0; i < MaxNesting; i++)
        {
            Split(type, out var owner, out var last);
            var generated = last.StartsWith("<>c", StringComparison.Ordinal) || last.StartsWith("_Closure$__", StringComparison.Ordinal)
                || (last.Length > 2 && last[0] == '<' && last[1] != '>' && last.Contains(">d", StringComparison.Ordinal));
            if (!generated || owner.IsEmpty)
                break;
            type = owner;
        }
        return WithoutArguments(type);
    }

    private static string Demangle(ReadOnlySpan<char> name, int nesting)
    {
        if (name.StartsWith("VB$StateMachine_", StringComparison.Ordinal))
        {
            var method = name["VB$StateMachine_".Length..];
            return method[(method.IndexOf('_') + 1)..].ToString();
        }
        if (name.StartsWith("_Lambda$__", StringComparison.Ordinal))
            return Lambda;
        if (name.IsEmpty || name[0] != '<' || nesting >= MaxNesting)
            return WithoutArguments(name).ToString();
        var end = GeneratedEnd(name);
        if (end <= 1)
            return name.ToString();
        var inner = Interface(Demangle(name[1..end], nesting + 1));
        var suffix = name[(end + 1)..];
        // Mono's compiler says m__, as does Roslyn of a finally block in an iterator.
        if (suffix.StartsWith("b__", StringComparison.Ordinal) || (suffix.StartsWith("m__", StringComparison.Ordinal) && suffix.Length > 3 && char.IsAsciiHexDigit(suffix[3]) && !suffix.StartsWith("m__Finally", StringComparison.Ordinal)))
            return $"{inner}.{Lambda}";
        if (suffix.StartsWith("g__", StringComparison.Ordinal))
        {
            var local = suffix["g__".Length..];
            var bar = local.IndexOf('|');
            return $"{inner}.{(bar < 0 ? local : local[..bar])}";
        }
        return inner;
    }

    /// <summary>A member of an interface, for which compilers write <c>-</c> in a generated name: <c>&lt;Shop-IRepo&lt;T&gt;-Load&gt;d__3</c> is <c>Shop.IRepo.Load</c>.</summary>
    private static string Interface(string name) =>
        name.Contains('-', StringComparison.Ordinal) ? Normalization.TypeNames.Normalize(name.Replace('-', '.')) : name;

    /// <summary>Drops generic arguments at the end: <c>Get[T]</c>, <c>Get&lt;T&gt;</c>, <c>List`1[System.Int32]</c>.</summary>
    private static ReadOnlySpan<char> WithoutArguments(ReadOnlySpan<char> name)
    {
        while (name.Length > 1 && name[^1] is ']' or '>')
        {
            var open = name[^1] == ']' ? StackText.MatchingOpen(name, '[', ']') : StackText.MatchingOpen(name, '<', '>');
            if (open <= 0 || name[open - 1] is '.' or '+')
                break;
            name = name[..open];
        }
        return name;
    }
}
