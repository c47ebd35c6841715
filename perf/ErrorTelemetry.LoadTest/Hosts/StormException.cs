namespace ErrorTelemetry.Hosts;

/// <summary>One of as many kinds of error as there are numbers: the stack, which groups, names the kind.</summary>
internal sealed class StormException(int kind) : Exception("The order could not be placed.")
{
    private readonly string _stack = $"   at Shop.Orders.{Letters(kind)}.Place(Order order) in /src/Orders.cs:line 42\n   at Shop.Api.Checkout(HttpContext context) in /src/Api.cs:line 7";

    public override string StackTrace => _stack;

    /// <summary>Digits are taken for what varies between siblings, so the number is spelled in letters.</summary>
    private static string Letters(int number) =>
        string.Create(6, number, static (letters, rest) =>
        {
            for (var i = letters.Length - 1; i >= 0; i--, rest /= 26)
                letters[i] = (char)('A' + (rest % 26));
        });
}
