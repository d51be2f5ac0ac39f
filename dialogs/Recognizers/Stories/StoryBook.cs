using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recognizers.Signals;

namespace KlachtHulp.Dialogs.Recognizers.Stories;

/// <summary>The words of seeds/taal/verhaal.yaml.</summary>
internal sealed class StoryBook
{
    private const string Role = "rol:";
    private const string Channel = "kanaal:";

    public StoryBook(VerhaalSeed seed)
    {
        var concepts = new Dictionary<string, List<string>>(StringComparer.Ordinal)
        {
            ["eerder_geklaagd"] = seed.EerderGeklaagd,
            ["niet_geklaagd"] = seed.NietGeklaagd,
            ["klacht_gedaan"] = seed.KlachtGedaan,
            ["antwoord_gedaan"] = seed.AntwoordGedaan,
            ["antwoord_gehad"] = seed.AntwoordGehad,
            ["geen_antwoord"] = seed.GeenAntwoord,
            ["belofte"] = seed.Belofte,
            ["gezegd"] = seed.Gezegd,
            ["weigering"] = seed.Weigering,
        };
        foreach (var (id, words) in seed.Rollen)
        {
            concepts[Role + id] = words;
        }

        foreach (var (id, words) in seed.Kanalen)
        {
            concepts[Channel + id] = words;
        }

        Concepts = new(concepts);
        Roles = seed.Rollen.Keys.ToFrozenDictionary(id => Concepts.IndexOf(Role + id));
        Channels = seed.Kanalen.Keys.ToFrozenDictionary(id => Concepts.IndexOf(Channel + id));
    }

    public ConceptBook Concepts { get; }

    public FrozenDictionary<int, string> Roles { get; }

    public FrozenDictionary<int, string> Channels { get; }

    public int ComplainedBefore => Concepts.IndexOf("eerder_geklaagd");

    public int NotComplained => Concepts.IndexOf("niet_geklaagd");

    public int Complaining => Concepts.IndexOf("klacht_gedaan");

    public int Answering => Concepts.IndexOf("antwoord_gedaan");

    public int Answered => Concepts.IndexOf("antwoord_gehad");

    public int NotAnswered => Concepts.IndexOf("geen_antwoord");

    public int Promise => Concepts.IndexOf("belofte");

    /// <summary>Words of saying, which fit a promise and a refusal alike.</summary>
    public int Said => Concepts.IndexOf("gezegd");

    public int Refusal => Concepts.IndexOf("weigering");
}
