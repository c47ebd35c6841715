using ErrorTelemetry;

// write HOST GROUPS WRITERS BATCHES   records events of shared groups, prints the id of each as it is acknowledged, and repeats some of its batches
// sample HOST                         records one group for another client to read, and prints its fingerprint
// read HOST FINGERPRINT CODE          prints as JSON what the store finds of a group, and of the events with a code, that another client wrote
// figures                             measures calls, writes and time against a server of its own, and prints them as Markdown
switch (args)
{
    case ["write", var host, var groups, var writers, var batches]:
        await Writing.RunAsync(host, Number(groups), Number(writers), Number(batches));
        return 0;
    case ["sample", var host]:
        await Interop.WriteAsync(host);
        return 0;
    case ["read", var host, var fingerprint, var code]:
        await Interop.ReadAsync(host, fingerprint, code);
        return 0;
    case ["figures"]:
        await Figures.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: write HOST GROUPS WRITERS BATCHES | sample HOST | read HOST FINGERPRINT CODE | figures");
        return 2;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
