using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Memory;
using KlachtHulp.Bot.Storage.Postgres;
using KlachtHulp.Bot.Storage.Sqlite;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Teams;

/// <summary>What the book of the helpdesk does, on every engine.</summary>
public abstract class BalieboekCompliance : IAsyncLifetime
{
    private ConversationStore? _store;

    private ConversationStore Store => _store ?? throw new InvalidOperationException("Not opened.");

    private Balieboek Book => new(Store, new TurnOrder(), TimeProvider.System);

    public async Task InitializeAsync() => _store = await OpenAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    protected abstract Task<ConversationStore> OpenAsync();

    [Fact]
    public async Task What_was_written_is_read_and_gemeenten_do_not_mix()
    {
        var zaak = Zaak("KH-AAAA-AAAA-AAAA") with { Stand = Zaakstand.Verstuurd, Dagen = [new("K6", "De gemeente behandelt de klacht", new(2027, 1, 4))], Gemeld = ["K6:7"] };

        await Book.WijzigAsync("0344", list => list.Met(zaak));

        var read = Assert.Single((await Book.LijstAsync("0344")).Zaken);
        Assert.Equal(zaak with { Dagen = [], Gemeld = [] }, read with { Dagen = [], Gemeld = [] });
        Assert.Equal(zaak.Dagen, read.Dagen);
        Assert.Equal(zaak.Gemeld, read.Gemeld);
        Assert.Empty((await Book.LijstAsync("0363")).Zaken);
    }

    [Fact]
    public async Task Fifty_changes_at_once_from_two_servers_are_all_there()
    {
        var (one, other) = (Book, Book);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => (n % 2 == 0 ? one : other).WijzigAsync("0344", list => list.Met(Zaak($"KH-{n}"))))));

        Assert.Equal(50, (await Book.LijstAsync("0344")).Zaken.Count);
    }

    [Fact]
    public async Task Somebody_is_noted_once_with_the_newest_address_and_forgotten_as_a_whole()
    {
        await Book.OnthoudAsync("0344", "anna", new Medewerker { ServiceUrl = "https://een.example", Gesprek = "a:1" });
        await Book.WijzigAsync("0344", "anna", static staff => staff with { Actief = "KH-AAAA-AAAA-AAAA" });
        await Book.OnthoudAsync("0344", "anna", new Medewerker { ServiceUrl = "https://twee.example", Gesprek = "a:2" });

        Assert.Equal(new Medewerker { ServiceUrl = "https://twee.example", Gesprek = "a:2", Actief = "KH-AAAA-AAAA-AAAA" }, await Book.MedewerkerAsync("anna"));
        Assert.Equal(["anna"], (await Book.LijstAsync("0344")).Medewerkers);
        await Book.VergeetAsync("0344", "anna");
        Assert.Equal(new Medewerker(), await Book.MedewerkerAsync("anna"));
        Assert.Empty((await Book.LijstAsync("0344")).Medewerkers);
    }

    [Fact]
    public async Task The_cleaning_of_conversations_never_sees_it()
    {
        await Book.WijzigAsync("0344", list => list.Met(Zaak("KH-AAAA-AAAA-AAAA")));
        await Store.SaveAsync(Some.Turn("gewoon", 0), default);

        var old = await Store.ListUnchangedSinceAsync(DateTimeOffset.UtcNow.AddYears(20), 1000, default);

        Assert.Equal(["gewoon"], old);
    }

    private static Zaak Zaak(string kenmerk) => new(kenmerk, "gesprek", "anna", Some.Moment);
}

public sealed class MemoryBalieboekTests : BalieboekCompliance
{
    protected override Task<ConversationStore> OpenAsync() => ConversationStore.OpenAsync(new MemoryEngine(), Some.Keys("k1"), new(), default);
}

[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The test runner disposes it asynchronously.")]
public sealed class SqliteBalieboekTests : BalieboekCompliance
{
    private readonly TemporaryFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<ConversationStore> OpenAsync()
        => ConversationStore.OpenAsync(SqliteEngine.Open(Path.Combine(_folder.Path, "test.db")), Some.Keys("k1"), new(), default);
}

[Collection(PostgresGroup.Name)]
public sealed class PostgresBalieboekTests(PostgresServer server) : BalieboekCompliance
{
    protected override async Task<ConversationStore> OpenAsync()
        => await ConversationStore.OpenAsync(await PostgresEngine.OpenAsync(await server.CreateDatabaseAsync(), new(), TimeProvider.System, default), Some.Keys("k1"), new(), default);
}
