using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Journeys;

/// <summary>The cases of seeds/gevallen, played from the first word to the letter.</summary>
public sealed class JourneyTests(JourneyTests.Conversations conversations) : IClassFixture<JourneyTests.Conversations>
{
    public static TheoryData<string> Cases => [.. GevallenReader.Ids(Seeds.Folder)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_conversation_reads_as_it_was_approved(string id) => Approved.Check(id, conversations.Play(id).Transcript());

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_letter_reads_as_it_was_approved(string id) => Approved.Check(id + "-brief", conversations.Play(id).Letter ?? "");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_the_resident_has_to_say_is_asked_once(string id) => Assert.Empty(conversations.Play(id).Unsaid);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_it_must(string id)
    {
        var journey = conversations.Play(id);

        Assert.Equal(journey.Geval.Verwacht.Uitkomst, journey.Position.Outcome?.Id);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_form_holds_what_the_case_says(string id)
    {
        var journey = conversations.Play(id);
        var expected = journey.Geval.Verwacht;
        Assert.NotNull(journey.Form);

        Assert.Equal(expected.Klachten, journey.Form["klachten"]!.AsArray().Select(static klacht => FormPath.Value(klacht!, "soort")));
        Assert.All(expected.Formulier, pair => Assert.Equal($"{pair.Key}: {pair.Value}", $"{pair.Key}: {FormPath.Value(journey.Form, pair.Key)}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_form_that_is_read_back_is_written_the_same(string id)
    {
        var json = conversations.Play(id).Documents.Single(static file => file.Soort == Documenten.Json).Inhoud();

        Assert.Equal(json, FormulierJson.Write(FormulierJson.Read(json)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_last_days_are_those_of_the_law(string id)
    {
        var journey = conversations.Play(id);

        Assert.Equal(
            journey.Geval.Verwacht.LaatsteDagen,
            journey.Geval.Verwacht.LaatsteDagen.Keys.ToDictionary(static name => name, name => conversations.LastDay(journey, name)));
    }

    /// <summary>The conversation with the real seeds, read once, and the cases played in it.</summary>
    public sealed class Conversations
    {
        private readonly Klachthulp _klachthulp = GesprekSetup.Load(Seeds.Folder);

        internal Klachthulp Klachthulp => _klachthulp;

        internal Journey Play(string id) => Journey.Play(_klachthulp, id);

        /// <summary>The last day to show of a term that a case names.</summary>
        internal DateOnly LastDay(Journey journey, string name)
        {
            var answers = journey.Position.Answers;
            var term = name switch
            {
                "ombudsman" => _klachthulp.Regels.NaAntwoord(answers) ?? _klachthulp.Regels.ZonderAntwoord(answers, journey.Geval.Peildatum),
                "behandeling" => _klachthulp.Regels.BehandelingVan(answers, journey.Geval.Peildatum),
                "bezwaar" => _klachthulp.Regels.Bezwaar(answers),
                _ => Year(journey, name),
            };
            return term?.TeTonen(journey.Geval.Peildatum) ?? default;
        }

        private Termijn? Year(Journey journey, string name)
        {
            Assert.Matches(@"^klacht\[[1-5]\]\.jaar$", name);
            return _klachthulp.Regels.KlachtJaar(journey.Position.Answers.In(KlachtDialog.Klacht, name[7] - '0'));
        }
    }
}
