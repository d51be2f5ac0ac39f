using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KlachtHulp.Tests.Support;

/// <summary>The built service in a process of its own, on a free port, with a data folder that goes away with it.</summary>
public sealed partial class BotProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IReadOnlyDictionary<string, string> _settings;
    private Process? _process;

    private BotProcess(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; private set; } = "http://127.0.0.1:0";

    [GeneratedRegex("http://[0-9.]+:[0-9]+(?=/klacht)", RegexOptions.None, 1000)]
    private static partial Regex Announcement { get; }

    /// <param name="settings">More settings, by name, after those every test needs.</param>
    public static async Task<BotProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var bot = new BotProcess(settings ?? new Dictionary<string, string>());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => bot.Kill();
        await bot.StartAgainAsync();
        return bot;
    }

    /// <summary>Ends the process without a warning, as a power cut does.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    /// <summary>Starts it on the same port and over the same data.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "KlachtHulp.Bot.dll"), "--urls", Address },
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        };
        start.Environment["KlachtHulp__Gegevens"] = _folder.Path;
        start.Environment["KlachtHulp__Aflevering__Map"] = Path.Combine(_folder.Path, "afleveringen");
        foreach (var (name, value) in Ruim.Limits.Concat(_settings.Select(static pair => (pair.Key, pair.Value))))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process?.Dispose();
        _process = Process.Start(start) ?? throw new InvalidOperationException("The service could not be started.");
        Address = await AnnouncedAsync(_process.StandardOutput);
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>SIGTERM, as a cluster does before it takes an instance away.</summary>
    /// <returns>How long it took to end, and its exit code.</returns>
    public async Task<(TimeSpan Took, int Code)> TerminateAsync()
    {
        var process = _process ?? throw new InvalidOperationException("Not started.");
        var watch = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return (watch.Elapsed, process.ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        _process?.Dispose();
        _process = null;
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> AnnouncedAsync(StreamReader output)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var said = new List<string>();
        while (await output.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (Announcement.Match(line) is { Success: true } found)
            {
                return found.Value;
            }
        }

        throw new InvalidOperationException("The service stopped: " + string.Join('\n', said));
    }
}
