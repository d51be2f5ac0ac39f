using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KlachtHulp.Bench.Faults;

/// <summary>The flooder, in a process of its own: calls as fast as it can until somebody closes its input, and then says how many it made.</summary>
internal static class Flooder
{
    private const string Closed = "closed loop";
    private const string Opened = "new each time";
    private const string Unread = "not reading";
    private const string Many = "200 addresses";
    private const int Workers = 8;
    private const int Connections = 128;
    private const int Addresses = 200;

    /// <summary>Starting the program is not part of a flood.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Eight who wait for their answer; 128 who make a connection for each call, from an address of their own, and do not wait for anything; 128 who write calls
    /// behind each other through the proxy and look at no answer; and two hundred addresses that begin conversations and wait for their answer.
    /// </summary>
    public static IReadOnlyList<string> Shapes { get; } = [Closed, Opened, Unread, Many];

    public static async Task<int> RunAsync(string shape, int port)
    {
        using var stop = new CancellationTokenSource();
        var tasks = Enumerable.Range(0, shape switch { Closed => Workers, Many => Addresses, _ => Connections }).Select(number => Task.Run(() => shape switch
        {
            Closed => AskAsync(port, "/api/v1/tokens", "203.0.113.66", stop.Token),
            Opened => OpenAsync(port, stop.Token),
            Unread => WriteAsync(port, stop.Token),
            Many => AskAsync(port, "/api/v1/gesprekken", $"203.0.113.{number + 1}", stop.Token),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
        })).ToArray();
        await Task.Delay(UnderWay, stop.Token);
        Console.WriteLine("under way");
        await Console.In.ReadToEndAsync();
        await stop.CancelAsync();
        Console.WriteLine((await Task.WhenAll(tasks)).Sum().ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<long> AskAsync(int port, string path, string address, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), DefaultRequestHeaders = { { "X-Forwarded-For", address } } };
        for (var calls = 0L; ; calls++)
        {
            try
            {
                using var body = new StringContent("{}", Encoding.UTF8, "application/json");
                using var response = await http.PostAsync(path, body, stop);
            }
            catch (OperationCanceledException)
            {
                return calls;
            }
        }
    }

    private static async Task<long> OpenAsync(int port, CancellationToken stop)
    {
        var (calls, call) = (0L, Call("127.0.0.66"));
        while (!stop.IsCancellationRequested)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
            socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.66"), 0));
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, stop);
                await socket.SendAsync(call, stop);
            }
            catch (Exception problem) when (problem is SocketException or OperationCanceledException)
            {
                // Refused, or the end: the next one.
            }

            calls++;
        }

        return calls;
    }

    private static async Task<long> WriteAsync(int port, CancellationToken stop)
    {
        var (calls, call) = (0L, Call("203.0.113.67"));
        while (!stop.IsCancellationRequested)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, stop);
                while (await socket.SendAsync(call, stop) > 0)
                {
                    calls++;
                }
            }
            catch (Exception problem) when (problem is SocketException or OperationCanceledException)
            {
                // Closed, or the end: the next one.
            }
        }

        return calls;
    }

    private static byte[] Call(string address) => Encoding.ASCII.GetBytes(
        $"POST /api/v1/tokens HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: {address}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}");
}

/// <summary>A flooder that runs.</summary>
internal sealed class Flooding : IAsyncDisposable
{
    private readonly Process _process;

    private Flooding(Process process) => _process = process;

    /// <param name="pin">Beside the residents on their core, and only when they leave it.</param>
    public static async Task<Flooding> StartAsync(string shape, int port, bool pin)
    {
        string[] command = [.. pin ? ["chrt", "-i", "0"] : Array.Empty<string>(), "dotnet", typeof(Flooder).Assembly.Location, "flooder", shape, $"{port}"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        await process.StandardOutput.ReadLineAsync();
        return new Flooding(process);
    }

    /// <returns>How many calls it made.</returns>
    public async Task<long> StopAsync()
    {
        _process.StandardInput.Close();
        var calls = long.Parse(await _process.StandardOutput.ReadLineAsync() ?? "0", CultureInfo.InvariantCulture);
        await _process.WaitForExitAsync();
        return calls;
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return default;
    }
}
