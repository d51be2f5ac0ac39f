using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KlachtHulp.Tests.Browser;

/// <summary>The whole service in the test's own process, on a free port, on a day the test chooses.</summary>
public sealed class KestrelBot : WebApplicationFactory<Program>
{
    /// <summary>A day on which the rules in the seeds hold, because they are checked at the start; the cases are of earlier years.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FixedClock _clock;
    private readonly Gemeenteinstelling? _own;

    /// <param name="own">What a gemeente has set for itself; null for nothing.</param>
    public KestrelBot(DateOnly today, Gemeenteinstelling? own = null)
    {
        _own = own;
        _clock = new FixedClock(Start);
        UseKestrel(0);
        StartServer();
        _clock.Advance(new DateTimeOffset(today, new TimeOnly(11, 0), TimeSpan.Zero) - Start);
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().TrimEnd('/'); // not null: Kestrel listens

    /// <summary>Lets time go by for the service.</summary>
    public void Advance(TimeSpan time) => _clock.Advance(time);

    /// <summary>Everything on disk, as Latin-1.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(static path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    })];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("KlachtHulp:Gegevens", _folder.Path);
        builder.UseSetting("KlachtHulp:Opslag:Pad", Path.Combine(_folder.Path, "klachthulp.db"));
        foreach (var (name, value) in Ruim.Limits)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(_clock));
        if (_own is not null)
        {
            builder.ConfigureServices(services => services.AddSingleton(With(_own)));
        }
    }

    private static Klachthulp With(Gemeenteinstelling own)
    {
        var read = GesprekSetup.Load(GesprekSetup.SeedFolder);
        return Klachthulp.Create(read.Catalogue, read.Knowledge with { Instellingen = new Dictionary<Gemeentecode, Gemeenteinstelling> { [own.Code] = own } }, out _);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }
}
