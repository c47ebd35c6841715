using ErrorTelemetry.Sample;
using ErrorTelemetry.Sample.Breaks;
using ErrorTelemetry.Sample.Components;

var builder = WebApplication.CreateBuilder(args);
// Files of the other projects are served from where they were built, in any environment.
builder.WebHost.UseStaticWebAssets();

// A free port, unless --urls or ASPNETCORE_URLS names one.
if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
    builder.WebHost.UseUrls("http://127.0.0.1:0");

// What an app adds to have its errors captured, grouped and kept.
builder.Services.AddErrorTelemetry().AddConfiguredStore(builder.Configuration, builder.Environment);
builder.Services.AddBlazorErrorTelemetry();

// The rest is the sample's own: ways to break, and pages that show what was caught.
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddInteractiveWebAssemblyComponents();
builder.Services.AddRazorPages();
builder.Services.AddControllers();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<RecipeExceptionHandler>();
builder.Services.AddSingleton<FailingJob>().AddHostedService(services => services.GetRequiredService<FailingJob>());
builder.Services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);

var app = builder.Build();

app.UseErrorTelemetry();
app.UseExceptionHandler();
app.UseContentPolicy();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapErrorTelemetry();
app.MapBreaks();
app.MapControllers();
app.MapRazorPages();
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode()
    .AddInteractiveWebAssemblyRenderMode()
    .AddAdditionalAssemblies(typeof(ErrorTelemetry.Sample.Client._Imports).Assembly);

app.Run();
