using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Delivery;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Formulier;

/// <summary>What must hold for every form and letter.</summary>
public sealed class FormulierTests
{
    private static readonly string[] Weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    private static IEnumerable<Klachtformulier> Forms => Cover.Ends.Select(static end => end.Form).OfType<Klachtformulier>();

    [Fact]
    public void A_form_with_only_what_the_law_asks_for_is_sent()
    {
        var dialog = new KlachtGesprek(RealTree.Klachthulp, RealTree.Documents);
        var context = new DialogContext(RealTree.Moment.Now, RealTree.Today, Gemeente: "", Kanaal: "web") { Gesprek = "proef" };
        var turn = dialog.Step(default, new Incoming.Joined(), context);
        foreach (var text in Sparse())
        {
            turn = dialog.Step(turn.Body, text, context);
        }

        var sent = Assert.Single(turn.Outbox);
        var form = FormulierJson.Read(sent.Json.Span);
        Assert.Equal(("klacht", "Ik wacht al maanden op antwoord.", 1), (form.Soort, form.Klachten[0].Omschrijving, form.Klachten.Count));
        Assert.Subset(((dialog.Documents(turn.Body, context).Select(static file => file.Naam))).ToHashSet(), new HashSet<string> { "klacht-2026-11-22.pdf", "brief-klacht-2026-11-22.txt", "klacht-2026-11-22.json" });
        Assert.Equal(sent.Json.ToArray(), dialog.Documents(turn.Body, context)[2].Inhoud());
    }

    /// <summary>Answers to the questions of the law, and to whom it goes; everything else is skipped.</summary>
    private static IEnumerable<Incoming> Sparse()
    {
        var conversation = new Conversation();
        while (!conversation.Ended)
        {
            Incoming? step = conversation.Asked?.Vraag switch
            {
                "verhaal" => new Incoming.Said("Ik wacht al maanden op antwoord."),
                "gemeente" => new Incoming.Said("Utrecht"),
                "rol" => new Incoming.Chose("rol", "zelf", "Voor mijzelf"),
                "gegevens.naam" or "ondertekening" => new Incoming.Said("Fenna Voorbeeld"),
                "gegevens.adres" => new Incoming.Said("Postbus 5, 1234 AB Proefdorp"),
                "controle" => new Incoming.Chose("controle", "klopt", "Ja"),
                "versturen" => new Incoming.Chose("versturen", "versturen", "Ja"),
                _ => new Incoming.Commanded(Command.Overslaan),
            };
            yield return step;
            _ = step switch
            {
                Incoming.Said said => conversation.Say(said.Text),
                Incoming.Chose chose => conversation.Press(chose.Vraag, chose.Antwoord),
                _ => conversation.Use(Command.Overslaan),
            };
        }
    }

    [Fact]
    public void No_bsn_reaches_form_paper_or_letter()
    {
        var conversation = new Conversation().Say("Mijn bsn 111222333 staat in de brief van de gemeente.").Finish(static path => path is "eerder.geklaagd" or "besluit" or "klacht[1].nog_een" ? 1 : 0);
        var form = RealTree.Form(conversation.Log) ?? throw new InvalidOperationException("There is no form.");

        Assert.DoesNotContain("111222333", Encoding.UTF8.GetString(FormulierJson.Write(form)) + Paper(form) + Letter(form), StringComparison.Ordinal);
        Assert.Contains("staat in de brief van de gemeente", form.Klachten[0].Omschrijving, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaving_out_what_is_not_demanded_never_turns_a_klacht_into_a_verzoekschrift_or_back()
    {
        foreach (var end in Cover.Ends.Where(static end => end.Form is not null).Where(static (_, index) => index % 25 == 0))
        {
            foreach (var place in end.Position.Given.Where(static place => !place.Required && place.Question.Id != "eerder.geklaagd"))
            {
                var answers = end.Answers.ToDictionary();
                answers[place.Path] = new Answer(Standing.Skipped, "");
                var form = Finish(answers).Outcome?.Form;
                Assert.True(form == end.Form?.Soort || place.Stage == "eerder", $"Without {place.Path} a {end.Form?.Soort} becomes {form}.");
            }
        }
    }

    /// <summary>Where the answers lead when all that then opens is skipped.</summary>
    private static Position Finish(Dictionary<string, Answer> answers)
    {
        var position = Walk.Replay(RealTree.Tree, answers, RealTree.Today);
        while (position.Next is { Required: false } next)
        {
            answers[next.Path] = new Answer(Standing.Skipped, "");
            position = Walk.Replay(RealTree.Tree, answers, RealTree.Today);
        }

        return position;
    }

    [Fact]
    public void A_day_that_is_not_known_stays_unknown()
    {
        var unknown = Forms.SelectMany(Dates).Where(static date => date.Precisie == "onbekend").ToList();

        Assert.NotEmpty(unknown);
        Assert.All(unknown, static date => Assert.Equal((null, null, null), (date.Waarde, date.Van, date.Tot)));
    }

    [Fact]
    public void A_day_that_is_known_has_its_weekday_in_words_and_stands_so_on_paper() => Assert.All(Forms, static form =>
    {
        var paper = Paper(form);
        Assert.All(Dates(form).Where(static date => date.Precisie == "dag"), date =>
        {
            Assert.Equal(date.Tekst, DagInWoorden.Van(date.Waarde ?? default));
            Assert.Contains(date.Tekst.Split(' ')[0], Weekdays);
            Assert.Contains(date.Tekst, paper, StringComparison.Ordinal);
        });
        Assert.Contains(DagInWoorden.Van(form.Dagtekening), Letter(form), StringComparison.Ordinal);
    });

    [Fact]
    public void That_the_employee_gets_a_copy_is_said_before_signing_and_a_talk_first_is_offered() => Assert.All(Cover.Ends.Where(static end => end.Form is not null), static end =>
    {
        var before = end.Answers.TakeWhile(static pair => pair.Key != ControleDialog.Akkoord.Id).ToDictionary();
        Assert.Contains(Walk.Replay(RealTree.Tree, before, RealTree.Today).Messages, static told => told.Tell.TextKey.StartsWith("melding.afschrift", StringComparison.Ordinal));
        Assert.True(end.Form?.Soort != "klacht" || end.Answers.Any(static pair => pair.Key == WensenDialog.EerstGesprek.Id));
    });

    [Fact]
    public void Everything_the_resident_wrote_is_in_the_json_on_paper_and_the_heart_of_it_in_the_letter() => Assert.All(Cover.Ends.Where(static end => end.Form is not null), static end =>
    {
        var form = end.Form ?? throw new InvalidOperationException("There is no form.");
        var (json, paper, letter) = (Encoding.UTF8.GetString(FormulierJson.Write(form)), Paper(form), Letter(form));
        Assert.All(end.Answers.Where(static pair => pair.Value.Value.StartsWith("Woorden bij", StringComparison.Ordinal)), pair =>
        {
            Assert.Contains(pair.Value.Value, json, StringComparison.Ordinal);
            Assert.Contains(pair.Value.Value, paper, StringComparison.Ordinal);
        });
        Assert.All(form.Klachten, klacht => Assert.All(new[] { klacht.Omschrijving, klacht.Gronden, klacht.Gevolg, klacht.Toezegging?.Inhoud, klacht.Toezegging?.Breuk }.OfType<string>(), text
            => Assert.Contains(text, letter, StringComparison.Ordinal)));
        Assert.All(form.Wensen.Teksten, wish => Assert.Contains(wish, letter, StringComparison.Ordinal));
    });

    [Fact]
    public void The_pdf_says_what_the_paper_says()
    {
        var form = Forms.First(static form => form.Soort == "verzoekschrift" && form.Klachten[0].Toezegging is not null);
        var paper = new FormulierPapier(RealTree.Dutch).Maak(form);

        var pdf = Papieren.Lees(paper);

        Assert.All(Texts(paper), text => Assert.Contains(Spaced(text), pdf, StringComparison.Ordinal));
    }

    private static string Spaced(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Paper(Klachtformulier form) => string.Join('\n', Texts(new FormulierPapier(RealTree.Dutch).Maak(form)));

    private static string Letter(Klachtformulier form) => string.Join('\n', Texts(new BriefPapier(RealTree.Dutch).Maak(form)));

    private static IEnumerable<string> Texts(Papier papier) => papier.Blokken.SelectMany(static blok => blok switch
    {
        Blok.Kop kop => [kop.Tekst],
        Blok.Alinea alinea => [alinea.Tekst],
        Blok.Citaat citaat => [citaat.Tekst],
        Blok.Lijst lijst => lijst.Punten,
        Blok.Regels regels => regels.Tekst,
        Blok.Tabel tabel => tabel.Rijen.SelectMany(static rij => new[] { rij.Links, rij.Rechts }),
        _ => Array.Empty<string>(),
    });

    private static IEnumerable<Datum> Dates(Klachtformulier form)
    {
        using var json = JsonDocument.Parse(FormulierJson.Write(form));
        return [.. Find(json.RootElement)];
    }

    /// <summary>Every object that looks like a moment, wherever it stands.</summary>
    private static IEnumerable<Datum> Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("precisie", out var precision) => [new Datum(Day(element, "waarde"), precision.GetString() ?? "", element.GetProperty("tekst").GetString() ?? "")
        {
            Van = Day(element, "van"),
            Tot = Day(element, "tot"),
        }],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property => Find(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Find),
        _ => [],
    };

    private static DateOnly? Day(JsonElement element, string name)
        => element.TryGetProperty(name, out var day) ? DateOnly.ParseExact(day.GetString() ?? "", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
}
