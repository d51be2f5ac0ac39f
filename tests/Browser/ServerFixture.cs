using System.Diagnostics;

namespace KlachtHulp.Tests.Browser;

/// <summary>A server for the browser to talk to: the small one of bot/web/dev, on a free port, with everything in memory.</summary>
/// <param name="arguments">Extra arguments; <c>--poll</c> offers no stream.</param>
public sealed class ServerFixture(params string[] arguments) : IAsyncLifetime
{
    private Process? _process;

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(Repository.Root, "bot", "web", "dev", "fake-server.mjs"), "--port", "0" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start) ?? throw new InvalidOperationException("Node could not be started.");
        Address = await ReadLineAsync();
    }

    /// <summary>Drops every connection and refuses new ones; what was said is remembered.</summary>
    public Task GoAwayAsync() => TellAsync("stop");

    /// <summary>Comes back on the same port.</summary>
    public Task ComeBackAsync() => TellAsync("start");

    public Task DisposeAsync()
    {
        _process?.StandardInput.Close();
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
        return Task.CompletedTask;
    }

    private async Task TellAsync(string line)
    {
        await _process!.StandardInput.WriteLineAsync(line);
        await ReadLineAsync();
    }

    private async Task<string> ReadLineAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _process!.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The server stopped.");
    }
}
