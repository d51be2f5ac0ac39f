using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace KlachtHulp.Tests.Storage;

/// <summary>A PostgreSQL server of these tests alone: on loopback, in a temporary folder, with the durability of a real one.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klachthulp-pg-").FullName;
    private readonly string _programs = FindPrograms();
    private readonly int _port = FreePort();
    private int _databases;

    private string Data => Path.Combine(_folder, "data");

    public async Task InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RequireAsync("chown", "postgres", _folder);
        }

        await RequireAsync($"{_programs}/initdb", "-D", Data, "-A", "trust", "-U", "klacht", "-E", "UTF8", "--no-locale", "--no-sync");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"{_programs}/pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <returns>Connection string of a new, empty database.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"proef{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>kill -9 of the server and all its processes.</summary>
    public async Task KillAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid"));
        using var postmaster = Process.GetProcessById(int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture));
        postmaster.Kill(entireProcessTree: true);
        await postmaster.WaitForExitAsync();
    }

    /// <summary>Starts; a killed server may need a few attempts until its last process has gone.</summary>
    public async Task StartAsync()
    {
        var options = $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder}";
        var log = Path.Combine(_folder, "log");
        for (var attempt = 1; await RunAsync($"{_programs}/pg_ctl", "-D", Data, "-l", log, "-o", options, "-w", "start") != 0; attempt++)
        {
            if (attempt == 20)
            {
                throw new InvalidOperationException(await File.ReadAllTextAsync(log));
            }
        }
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=klacht;Database={database};Maximum Pool Size=12";

    private static string FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(static version => Path.Combine(version, "bin")).LastOrDefault(Directory.Exists)
            ?? throw new InvalidOperationException("These tests need PostgreSQL: apt-get install postgresql.")
        : throw new InvalidOperationException("These tests need PostgreSQL: apt-get install postgresql.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RequireAsync(string program, params string[] arguments)
    {
        var code = program == "chown" ? await RunPlainAsync(program, arguments) : await RunAsync(program, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} failed with {code}.");
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task<int> RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunPlainAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
        : RunPlainAsync(program, arguments);

    private static async Task<int> RunPlainAsync(string program, string[] arguments)
    {
        // A server that starts in the background must not keep our output open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresGroup : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
