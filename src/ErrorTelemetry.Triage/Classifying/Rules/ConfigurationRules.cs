using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Dependency injection, configuration, loading of assemblies, start-up.</summary>
internal static class ConfigurationRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "di-container", Category = ErrorCategories.Configuration, Severity = Critical,
            Types = ["DependencyResolutionException", "ComponentNotRegisteredException", "ComponentNotFoundException", "HandlerException", "ActivationException", "Lamar*", "NullInjectorError", "AutoMapper*", "ResolutionFailedException", "ContainerException", "UnregisteredServiceException"],
            Remediation = ["Register what the innermost message names where the app is built; {culprit} is the one that asked for it.", "Build the container in a test and let it verify itself, so that this fails before deployment."],
        },
        new()
        {
            Id = "di-missing-service", Category = ErrorCategories.Configuration, Severity = Critical,
            Messages =
            [
                "Unable to resolve service for type", "No service for type", "No service for type*has been registered", "type*has not been registered", "service*has not been registered", "component*has not been registered", "handler*has not been registered", "scheme*has not been registered", "Some services are not able to be constructed", "There is no registered service of type", "A suitable constructor for type*could not be located", "Unable to activate type", "Unable to find the required services", "None of the constructors found", "No keyed service for type",
                "Unable to create an object of type", "NullInjectorError", "No provider for*!", "No provider for InjectionToken", "NullInjector*No provider for", "NG0201", "No database provider has been configured", "No component for supporting the service", "No matching bindings are available", "The requested service*has not been registered", "Unable to locate an implementation of", "No parameterless constructor defined",
                "Body was inferred but the method does not allow inferred body parameters",
                "Multiple constructors accepting", "dependencies to be satisfied", "No registration for type", "resolve dependencies of", "No public constructor", "and type*is not registered", "No service registrations exist", "An exception was thrown while activating", "Error activating", "Unable to create a 'DbContext'", "Register your handlers", "registered handlers",
                "service container", "open generic service type", "Invalid service descriptor", "No constructor for type", "KeyedService", "multiple public parameterized constructors",
            ],
            Remediation = ["Register the type that the message names where the app is built; {culprit} is the one that asked for it.", "Build the container with ValidateOnBuild and ValidateScopes in a test, so that this fails before deployment."],
        },
        new()
        {
            Id = "di-lifetime", Category = ErrorCategories.Configuration, Severity = High,
            Messages = ["Cannot consume scoped service", "Cannot resolve scoped service", "Cannot resolve*from root provider", "A circular dependency was detected", "circular dependency", "NG0200", "Circular dependency in DI"],
            Remediation = ["A long-lived service holds a short-lived one, or two need each other: take IServiceScopeFactory and open a scope per operation at {culprit}, or split the services."],
        },
        new()
        {
            Id = "configuration-missing", Category = ErrorCategories.Configuration, Severity = Critical,
            Types = ["OptionsValidationException", "ConfigurationErrorsException", "ConfigurationException", "SettingsPropertyNotFoundException", "*ConfigurationException", "OptionsException", "AutoMapperConfigurationException"],
            Remediation = ["Set the value that the message names in the configuration of that environment.", "Validate options at start (ValidateOnStart), so that a wrong value stops the deployment and not a request."],
        },
        new()
        {
            Id = "configuration-message", Category = ErrorCategories.Configuration, Severity = Critical,
            Messages =
            [
                "ConnectionString property has not been initialized", "Connection string keyword", "Format of the initialization string does not conform", "Keyword not supported:", "missing configuration", "is not configured", "has not been configured", "Failed to convert configuration value", "Failed to load configuration from file", "configuration section", "configuration value", "environment variable*not set", "Missing required environment variable", "environment variable is missing",
                "No authenticationScheme was specified", "No sign-in authentication handler", "No authentication handler is registered", "The AuthorizationPolicy named", "contains authorization metadata, but a middleware was not found", "contains CORS metadata, but a middleware was not found", "contains anti-forgery metadata, but a middleware", "matched multiple endpoints", "The request reached the end of the pipeline without executing the endpoint",
                "option must be provided", "Failed to bind to address", "address already in use", "EADDRINUSE", "Unable to configure HTTPS endpoint", "No server certificate was specified", "The key*was not found in the key ring", "key ring", "Unable to protect the message", "No XML encryptor configured", "An error occurred while reading the key ring", "Unable to unprotect the message.State", "Error unprotecting the session cookie",
                "Session has not been configured", "No owin", "Missing API key", "API key not configured", "Missing required option", "Endpoint Routing does not support", "UseRouting", "AddControllers", "GetConnectionString",
                "configuration file*was not found and is not optional", "Scheme already exists", "Unmapped members were found", "Missing type map configuration", "Configuration system failed to initialize", "DataAnnotation validation failed for", "was not found in the configuration", "Invalid configuration", "misconfigured",
                "IConfigureOptions", "constraint type", "constraint reference", "route template", "route parameter", "The route parameter name", "catch-all parameter", "routes named", "supplied route name", "endpoint name", "MapGroup", "path segment",
                "Connection string '*' not found", "No Firebase App", "initializeApp", "not found in configuration", "is not supported on non-", "missing from configuration", "missing from the configuration", "connection string is", "connection string was", "ConnectionStrings:", "missing in configuration", "not set in", "have not been configured", "ClientId must", "The 'ClientId' option", "Options validation", "Unable to bind", "Failed to bind configuration", "UseMiddleware", "app.Use", "builder.Services", "services.Add", "IServiceCollection", "AddAuthentication", "AddAuthorization", "AddDbContext", "launchSettings", "No endpoints", "port is already", "port already in use", "already being listened", "Address in use", "bind: address", "Permission denied to bind", "hostingstartup", "HostingStartup", "service descriptor", "ActivatorUtilities", "constructor injection", " in configuration", "configuration is invalid", "routes are ambiguous", "Startup type", "No connection string named", "Could not find a connection string", "appsettings",
            ],
            Remediation = ["Compare the configuration of that environment with one that works: the message names the part that is missing or wrong.", "For key-ring errors share the data-protection keys between instances and deployments."],
        },
        new()
        {
            Id = "assembly-load", Category = ErrorCategories.Configuration, Severity = Critical,
            Types = ["FileLoadException", "TypeLoadException", "MissingMethodException", "MissingFieldException", "MissingMemberException", "ReflectionTypeLoadException", "DllNotFoundException", "EntryPointNotFoundException", "BadImageFormatException", "PlatformNotSupportedException", "RuntimeWrappedException", "MissingManifestResourceException", "InvalidProgramException", "AppDomainUnloadedException", "CompositionException"],
            Remediation = ["A library of another version, or for another platform, is deployed: compare the deployment with the build's output.", "For trimmed or AOT apps, keep what is only reached by reflection (DynamicDependency, TrimmerRootAssembly)."],
        },
        new()
        {
            Id = "assembly-load-message", Category = ErrorCategories.Configuration, Severity = Critical,
            Messages = ["Could not load file or assembly", "Could not load type", "Method not found: '", "Method not found: \"", "Unable to load shared library", "Unable to load DLL", "An attempt was made to load a program with an incorrect format", "does not have a static Main", "Cannot find module '", "Cannot find package '", "digital envelope routines", "ERR_MODULE_NOT_FOUND", "must install or update .NET to run this application", "It was not possible to find any compatible framework", "exec format error", "entry point named", "one or more of the requested types", "is not supported on this platform", "PlatformNotSupported"],
            Remediation = ["A library is missing or of another version: compare the deployment with the build's output, and clean old files from the folder.", "Native libraries need the runtime identifier of the machine."],
        },
    ];
}
