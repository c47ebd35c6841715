using System.Text;

namespace ErrorTelemetry.Results;

/// <summary>Lines that are printed as they come, and written as a Markdown page at the end if there is a file for it.</summary>
internal sealed class ResultPage(string title, string? file)
{
    private readonly StringBuilder _lines = new($"# {title}\n\n{Machine.Describe()}\n\n");

    public void Add(string line)
    {
        Console.Out.WriteLine(line);
        _lines.Append("- ").Append(line).Append('\n');
    }

    public async Task SaveAsync()
    {
        if (file is not null)
            await File.WriteAllTextAsync(file, _lines.ToString());
    }
}
