using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

/// <summary>What annotations cannot say.</summary>
internal sealed class FirestoreStoreOptionsRules : IValidateOptions<FirestoreStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, FirestoreStoreOptions options)
    {
        var faults = new List<string>();
        if (options.EmulatorHost is { Length: > 0 } host && !(Uri.TryCreate($"http://{host}", UriKind.Absolute, out var address) && address.Authority == host))
            faults.Add($"{FirestoreStoreOptions.SectionName}:EmulatorHost ({FirestoreEnvironment.EmulatorHost}) must be HOST:PORT without a scheme, but is \"{host}\".");
        if (options.CredentialsFile is { Length: > 0 } file && options.EmulatorHost is not { Length: > 0 } && !File.Exists(file))
            faults.Add($"{FirestoreStoreOptions.SectionName}:CredentialsFile does not exist: {file}");
        if (new[] { options.GroupsCollection, options.EventsCollection, options.ReceiptsCollection }.Distinct(StringComparer.Ordinal).Count() < 3)
            faults.Add($"{FirestoreStoreOptions.SectionName}: groups, events and receipts need three different collections.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
