using ErrorTelemetry;
using ErrorTelemetry.Classifying;
using ErrorTelemetry.Configuration;
using ErrorTelemetry.Hosting;
using ErrorTelemetry.Issues;
using ErrorTelemetry.Pulls;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Runs triage inside the app.</summary>
public static class TriageErrorTelemetryBuilderExtensions
{
    /// <summary>Files GitHub issues from inside the app, on the schedule of <see cref="TriageOptions.Interval"/>. Calling it again adds nothing twice.</summary>
    /// <remarks>
    /// Takes every registered <see cref="ClassificationRule"/>, <see cref="IRemediationAdvisor"/> and <see cref="IPatchProposer"/>. Several
    /// processes on one store may all run it: a group is claimed by one of them.
    /// </remarks>
    /// <param name="builder">What <c>services.AddErrorTelemetry()</c> returned.</param>
    /// <param name="configure">Sets options by code; the section <c>ErrorTelemetry:Triage</c> and the named environment variables win over it.</param>
    public static ErrorTelemetryBuilder AddTriage(this ErrorTelemetryBuilder builder, Action<TriageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<TriageOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<TriageOptions>, TriageOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TriageOptions>, TriageOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TriageOptions>, TriageOptionsRules>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new ErrorClassifier(provider.GetServices<ClassificationRule>()));
        services.TryAddSingleton(static provider => new TriageRunner(
            provider.GetRequiredService<IErrorStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ErrorClassifier>(),
            provider.GetServices<IRemediationAdvisor>(),
            provider.GetServices<IPatchProposer>(),
            provider.GetService<ILogger<TriageRunner>>()));
        services.AddHostedService<TriageService>();
        return builder;
    }
}
