using System.Globalization;
using KlachtHulp.Bot.Channels.Pagina;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;
using YamlDotNet.Serialization;

namespace KlachtHulp.Bot.Beheer.Status;

/// <summary>What the klachtencoördinator must know: what waits, since when, and where residents stop. Nothing about one resident.</summary>
internal sealed class StatusPagina(IConversationStore store, ISharedWork shared, Klachthulp klachthulp, TimeProvider clock)
{
    private const int Days = 30;

    private readonly IReadOnlyDictionary<string, string> _words = Read(Path.Combine(GesprekSetup.SeedFolder, "kanaal", "beheer.yaml"));

    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var outbox = await store.ReadOutboxAsync(cancellationToken);
        var tallies = await shared.ReadTalliesAsync(Amsterdam.Day(now).AddDays(-Days), cancellationToken);
        var figures = Statistiek.Van(tallies);
        var backup = (await shared.ReadTalliesAsync(DateOnly.MinValue, cancellationToken)).LastOrDefault(static tally => tally.Name == StoreCommands.Reservekopie)?.Day;
        return Html.Of($"""
            <!doctype html>
            <html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{W("titel")}</title></head>
            <body><main><h1>{W("titel")}</h1>
            <h2>{W("afleveren")}</h2>
            <dl>
            <dt>{W("wachtend")}</dt><dd>{Number(outbox.Waiting)}</dd>
            <dt>{W("oudste")}</dt><dd>{(outbox.Oldest is { } oldest ? Moment(oldest) : W("geen"))}</dd>
            <dt>{W("geparkeerd")}</dt><dd>{Number(outbox.Parked)}</dd>
            <dt>{W("reservekopie")}</dt><dd>{(backup is { } day ? DagInWoorden.Van(day) : W(shared.IsShared ? "kopie_server" : "nooit"))}</dd>
            </dl>
            <p>{W(outbox.Parked > 0 ? "let_op_geparkeerd" : outbox.Oldest is { } since && now - since > TimeSpan.FromHours(1) ? "let_op_wacht" : "goed")}</p>
            <h2>{W("gebruik")}</h2>
            <p>{W("uitleg")}</p>
            {Table(W("kanalen"), figures.Kanalen)}
            {Table(W("uitkomsten"), figures.Uitkomsten)}
            {Drops(figures.Vragen)}
            </main></body></html>
            """).ToString();
    }

    private string W(string key) => _words[key];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => $"{DagInWoorden.Van(Amsterdam.Day(moment))}, {Amsterdam.Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture)} uur";

    private static Html Table(string title, IReadOnlyList<Aantal> rows) => Html.Of(
        $"<table><caption>{title}</caption><tbody>{Html.Join(rows.Select(static row => Html.Of($"<tr><th scope=\"row\">{row.Wat}</th><td>{Statistiek.Toon(row.Keer)}</td></tr>")))}</tbody></table>");

    private Html Drops(IReadOnlyList<Uitval> rows)
    {
        var most = Number(Math.Max(1, rows.Select(static row => row.Gesteld).DefaultIfEmpty(0).Max()));
        var words = klachthulp.Catalogue.In(Catalogue.Dutch);
        return Html.Of($"""
            <table><caption>{W("vragen")}</caption>
            <thead><tr><th scope="col">{W("vraag")}</th><th scope="col">{W("gesteld")}</th><th scope="col">{W("zonder")}</th></tr></thead>
            <tbody>{Html.Join(rows.Select(row => Html.Of($"""
                <tr><th scope="row">{words.Question(row.Vraag).Kort}</th><td>{Bar(row.Gesteld, most)} {Statistiek.Toon(row.Gesteld)}</td><td>{row.ZonderTekst}</td></tr>
                """)))}</tbody></table>
            """);
    }

    /// <summary>A bar only for a number that is shown.</summary>
    private static Html Bar(long value, string most)
        => value >= Statistiek.Kleinste ? Html.Of($"<meter min=\"0\" max=\"{most}\" value=\"{Number(value)}\"></meter>") : Html.Empty;

    private static Dictionary<string, string> Read(string path) => new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(File.ReadAllText(path));
}
