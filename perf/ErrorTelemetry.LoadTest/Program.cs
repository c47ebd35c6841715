using ErrorTelemetry.Hosts;
using ErrorTelemetry.Loads;

// The same program is the parent, which measures, and each of its children, which are measured.
return args is ["host", var settings]
    ? await HostProcess.RunAsync(HostSettings.Parse(settings))
    : await LoadTestProgram.RunAsync(args);
