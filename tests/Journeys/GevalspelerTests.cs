using KlachtHulp.Bot.Commands;
using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Journeys;

public sealed class GevalspelerTests(JourneyTests.Conversations conversations) : IClassFixture<JourneyTests.Conversations>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klachthulp-voorbeeld");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_case_leaves_its_documents_in_the_folder_that_was_asked_for()
    {
        Player(GevallenReader.Read(Seeds.Folder, "S001"), TextWriter.Null).Run(_folder.FullName);

        var names = _folder.EnumerateFiles().Select(static file => file.Name).ToList();
        Assert.Superset(
            new HashSet<string> { "agenda.ics", "brief-verzoekschrift-2019-11-15.txt", "verzoekschrift-2019-11-15.json", "verzoekschrift-2019-11-15.pdf" },
            names.ToHashSet());
        Assert.All(_folder.EnumerateFiles(), static file => Assert.True(file.Length > 200, file.Name));
    }

    [Fact]
    public void The_same_case_gives_the_same_form_every_time()
    {
        Assert.Equal(conversations.Play("S004").Form!.ToJsonString(), conversations.Play("S004").Form!.ToJsonString());
    }

    [Fact]
    public void A_question_at_which_the_case_says_nothing_is_named()
    {
        var geval = GevallenReader.Read(Seeds.Folder, "S001");
        var silent = geval with { Gesprek = geval.Gesprek.Where(static pair => pair.Key != "rol").ToDictionary() };

        var refused = Assert.Throws<InvalidDataException>(() => Player(silent, TextWriter.Null).Run(folder: null));

        Assert.Equal("S001 has nothing to say at 'rol'.", refused.Message);
    }

    [Fact]
    public void An_answer_that_is_not_taken_stops_the_case()
    {
        var geval = GevallenReader.Read(Seeds.Folder, "S001");
        var unclear = geval with { Gesprek = geval.Gesprek.Where(static pair => pair.Key != "rol").Append(new("rol", ["een fiets"])).ToDictionary() };

        var refused = Assert.Throws<InvalidDataException>(() => Player(unclear, TextWriter.Null).Run(folder: null));

        Assert.Equal("S001 has nothing more to say at 'rol'.", refused.Message);
    }

    [Fact]
    public void What_the_case_had_to_say_and_was_never_asked_is_kept()
    {
        var geval = GevallenReader.Read(Seeds.Folder, "S001");
        var talkative = geval with { Gesprek = geval.Gesprek.Append(new("instantie", ["het uwv"])).ToDictionary() };
        var player = Player(talkative, TextWriter.Null);

        player.Run(folder: null);

        Assert.Equal(["instantie"], player.Unsaid);
    }

    private Gevalspeler Player(Geval geval, TextWriter screen)
        => new(new KlachtGesprek(conversations.Klachthulp, GesprekSetup.Documents(conversations.Klachthulp)), geval, screen);
}
