var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddErrorTelemetry().AddSqliteStore("errors.db");
var app = builder.Build();
app.UseErrorTelemetry();
app.MapErrorTelemetry();
app.MapGet("/throw", string () => throw new InvalidOperationException("The cart is empty."));
app.Run();
