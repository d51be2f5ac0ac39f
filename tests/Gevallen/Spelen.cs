using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Gevallen;

/// <summary>The conversation with the real seeds; each case is played once for all tests of a class.</summary>
public sealed class Spelen
{
    private readonly Dictionary<string, Gevalspel> _spelen = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Geval> _gevallen = Geval.Alle().ToDictionary(static geval => geval.Id);

    public Spelen()
    {
        Klachthulp = GesprekSetup.Load(Seeds.Folder);
        Documents = GesprekSetup.Documents(Klachthulp);
    }

    internal Klachthulp Klachthulp { get; }

    internal DocumentMaker Documents { get; }

    internal (Geval Geval, Gevalspel Spel) Speel(string id)
    {
        var geval = _gevallen[id];
        if (!_spelen.TryGetValue(id, out var spel))
        {
            _spelen[id] = spel = Gevalspel.Speel(geval, Klachthulp, Documents);
        }

        return (geval, spel);
    }

    internal IEnumerable<Gevalspel> Alle() => _gevallen.Keys.Select(id => Speel(id).Spel);
}
