namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>One stack and the frames it means.</summary>
internal sealed record StackCase(string Name, string Stack, string[] Frames)
{
    public static IEnumerable<StackCase> All => [.. ScriptStacks.All, .. ManagedStacks.All];

    public override string ToString() => Name;
}
