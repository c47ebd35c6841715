using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Stores;

/// <summary>The options that name a store, the same on every command that needs one.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string?> _sqlite = new("--sqlite")
    {
        Description = "The SQLite file of the app.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _firestore = new("--firestore-project")
    {
        Description = "The Google Cloud project that holds the Firestore database.",
        HelpName = "ID",
    };

    private StoreOptions()
    {
    }

    public static StoreOptions AddTo(Command command)
    {
        var options = new StoreOptions();
        command.Options.Add(options._sqlite);
        command.Options.Add(options._firestore);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(options._sqlite) is null) == (result.GetValue(options._firestore) is null))
                result.AddError("Name one store: --sqlite FILE or --firestore-project ID.");
        });
        return options;
    }

    /// <summary>The services with the store that the command line names.</summary>
    public ServiceProvider Open(ParseResult parsed, Action<ErrorTelemetryBuilder>? add = null)
    {
        var services = new ServiceCollection();
        // What the command line has no switch for can be set as everywhere else, for example ErrorTelemetry__Triage__MinSeverity.
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var builder = services.AddErrorTelemetry();
        if (parsed.GetValue(_sqlite) is { } file)
        {
            // After the variables, which may name the app's own file: what somebody typed wins. And a mistyped name must not begin an empty database.
            builder.AddSqliteStore(file);
            services.PostConfigure<SqliteStoreOptions>(options =>
            {
                options.DataSource = file;
                options.CreateIfMissing = false;
            });
        }
        else
        {
            builder.AddFirestoreStore();
            services.PostConfigure<FirestoreStoreOptions>(options => options.ProjectId = parsed.GetValue(_firestore));
        }

        add?.Invoke(builder);
        return services.BuildServiceProvider();
    }
}
