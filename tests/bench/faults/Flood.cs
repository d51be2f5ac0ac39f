using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KlachtHulp.Bench.Faults;

/// <summary>
/// Honest residents who answer once in a while, in rounds without and with a flooder in turn, so that the noise of the machine falls on both. Residents,
/// flooder and service are processes of their own.
/// </summary>
/// <remarks>
/// Pinned, the service has one core, in quiet and flooded rounds alike, and the flooder has the other; there it gives way to the residents, since in life
/// it has a machine of its own and does not slow down theirs.
/// </remarks>
internal static class Flood
{
    private const int Rounds = 4;
    private const string PinSwitch = "--pin";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(8);

    /// <param name="program">The service.</param>
    public static async Task<int> RunAsync(string program, bool pin)
    {
        if (pin && Environment.GetEnvironmentVariable(PinSwitch) is null)
        {
            return await AgainOnOneCoreAsync(program);
        }

        var (folder, port) = (Directory.CreateTempSubdirectory("klachthulp-flood-").FullName, FreePort());
        using var service = await ServeAsync(Path.GetFullPath(program), folder, port, pin);
        var quiet = new Measured();
        var flooded = Flooder.Shapes.ToDictionary(static shape => shape, static _ => new Measured());
        try
        {
            await MeasureAsync(service, new Measured(), await Residents.BeginAsync(port));
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var shape in Flooder.Shapes)
                {
                    await MeasureAsync(service, quiet, await Residents.BeginAsync(port));
                    var residents = await Residents.BeginAsync(port);
                    await using var flood = await Flooding.StartAsync(shape, port, pin);
                    await MeasureAsync(service, flooded[shape], residents);
                    flooded[shape].Calls += await flood.StopAsync();
                }
            }
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }

        Tell(quiet, flooded);
        return 0;
    }

    private static async Task MeasureAsync(Process service, Measured into, Residents residents)
    {
        service.Refresh();
        var before = service.TotalProcessorTime;
        await residents.AnswerAsync(into, Round);
        service.Refresh();
        into.Seconds += Round.TotalSeconds;
        into.Processor += (service.TotalProcessorTime - before).TotalSeconds;
    }

    private static void Tell(Measured quiet, Dictionary<string, Measured> flooded)
    {
        Console.WriteLine($"quiet        : {quiet}");
        foreach (var (shape, measured) in flooded)
        {
            Console.WriteLine($"{shape,-13}: {measured}; {measured.Calls / measured.Seconds:F0} calls of the flooder a second");
        }

        foreach (var (shape, measured) in flooded)
        {
            Console.WriteLine($"{shape,-13}: p99 is {measured.P(0.99) / quiet.P(0.99):F2} times the quiet one, p50 {measured.P(0.5) / quiet.P(0.5):F2} times");
        }
    }

    private static async Task<int> AgainOnOneCoreAsync(string program)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "1", "dotnet", typeof(Flood).Assembly.Location, "flood", program, PinSwitch]);
        start.Environment[PinSwitch] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task<Process> ServeAsync(string program, string folder, int port, bool pin)
    {
        string[] command = [.. pin ? ["taskset", "-c", "0"] : Array.Empty<string>(), "dotnet", program, "--urls", $"http://127.0.0.1:{port}"];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["KlachtHulp__Proxies__0"] = "127.0.0.1";
        var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("http://127.0.0.1:", StringComparison.Ordinal))
        {
        }

        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What residents saw in all rounds of a kind.</summary>
internal sealed class Measured
{
    private readonly Lock _lock = new();
    private readonly List<double> _turns = [];
    private readonly List<double> _newcomers = [];

    public double Seconds { get; set; }

    /// <summary>Seconds of the service.</summary>
    public double Processor { get; set; }

    public long Calls { get; set; }

    public void Turn(double milliseconds)
    {
        lock (_lock)
        {
            _turns.Add(milliseconds);
        }
    }

    /// <param name="milliseconds">Until a new resident had a conversation, with every time they had to wait and try again.</param>
    public void Newcomer(double milliseconds)
    {
        lock (_lock)
        {
            _newcomers.Add(milliseconds);
        }
    }

    public double P(double part) => P(_turns, part);

    public override string ToString() => $"{_turns.Count} turns, p50 {P(0.5):F1} ms, p99 {P(0.99):F1} ms, slowest {_turns.Max():F0} ms; "
        + $"{_newcomers.Count} new residents, p50 {P(_newcomers, 0.5):F1} ms, slowest {_newcomers.DefaultIfEmpty().Max():F0} ms; {100 * Processor / Seconds:F0} % of a core for the service";

    private static double P(List<double> times, double part) => times.Count == 0 ? 0 : times.Order().ElementAt((int)(times.Count * part));
}
