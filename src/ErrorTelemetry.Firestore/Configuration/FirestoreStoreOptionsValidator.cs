using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

[OptionsValidator]
internal sealed partial class FirestoreStoreOptionsValidator : IValidateOptions<FirestoreStoreOptions>;
