using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KlachtHulp.Bench.Turns;

/// <summary>One side of the comparison, in a process of its own so that its processor time can be told apart.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Server(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What the process holds in memory now, in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    public static Task<Server> FloorAsync() => StartAsync(port => [typeof(Server).Assembly.Location, "floor", port]);

    public static Task<Server> BotAsync() => StartAsync(static port =>
        [Path.Combine(AppContext.BaseDirectory, "KlachtHulp.Bot.dll"), "--urls", $"http://127.0.0.1:{port}", "--environment", "Development"]);

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<Server> StartAsync(Func<string, string[]> arguments)
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("klachthulp-bench-"), FreePort());
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        foreach (var argument in arguments($"{port}"))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("/klacht", StringComparison.Ordinal))
        {
        }

        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new Server(process, folder, new Uri($"http://127.0.0.1:{port}/api/messages"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
