using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>Works out which routes are open: every row of the table that holds adds its routes.</summary>
/// <remarks>Source: seeds/recht/routes.yaml, each row with its own article; conflicts by Awb art. 9:8 lid 1, 9:20 and 9:22.</remarks>
public sealed class Routewijzer
{
    /// <summary>More than this at once is not read.</summary>
    public const int MaxGetoond = 3;

    private const string Klacht = "R02";
    private const string Bezwaar = "R03";
    private const string Verzoekschrift = "R08";
    private const string Herinnering = "R19";
    private const string LaatsteBrief = "R15";
    private const string Besluit = "R14";
    private const string Samenwerking = "R11";

    private readonly FrozenDictionary<string, int> _rang;
    private readonly Termijnen _termijnen;

    public Routewijzer(Routetabel tabel, Termijnen termijnen)
    {
        (Tabel, _termijnen) = (tabel, termijnen);
        _rang = tabel.Soorten
            .Select(static (soort, i) => (soort.Code, i)).ToFrozenDictionary(static pair => pair.Code, static pair => pair.i, StringComparer.Ordinal);
    }

    public Routetabel Tabel { get; }

    /// <summary>The same ways, told in other words.</summary>
    public Routewijzer Met(Routetabel tabel) => new(tabel, _termijnen);

    /// <param name="vandaag">The day in the Netherlands.</param>
    public Routeplan Bepaal(Feiten feiten, DateOnly vandaag)
    {
        var beoordeling = new Beoordeling(feiten, _termijnen, vandaag);
        var gevonden = new List<Gevonden>(16);
        var regels = new List<int>(8);
        var meldingen = new List<string>(1);
        foreach (var regel in Tabel.Regels)
        {
            if (!regel.Herkomst.GeldtOp(vandaag) || !regel.Als.Geldt(beoordeling))
            {
                continue;
            }

            regels.Add(regel.Nr);
            Voeg(regel, beoordeling, gevonden, meldingen);
        }

        VoegOokMogelijk(beoordeling, gevonden);
        return Plan(gevonden, beoordeling, regels, meldingen);
    }

    private void Voeg(Routeregel regel, Beoordeling beoordeling, List<Gevonden> gevonden, List<string> meldingen)
    {
        var termijn = regel.Termijn.Length > 0 ? beoordeling.Termijn(regel.Termijn) : null;
        var zin = Routezin.Vul(regel, termijn, beoordeling, Tabel);
        if (regel.Routes.Count == 0)
        {
            meldingen.Add(zin);
        }

        for (var i = 0; i < regel.Routes.Count; i++)
        {
            var verwijzing = regel.Routes[i];
            if (verwijzing.Als is not null && !verwijzing.Als.Geldt(beoordeling))
            {
                continue;
            }

            var code = Vervangen(verwijzing.Code, beoordeling.Poort);
            var hoofd = i == 0 && code == verwijzing.Code;
            var reden = hoofd
                ? new Routereden(regel.Nr, zin, regel.Grondslag, termijn, regel.Formulier, regel.Herkomst.Zekerheid)
                : new Routereden(regel.Nr, Routezin.Vul(Soort(code).Zin, termijn: null, beoordeling, Tabel), regel.Grondslag, Termijn: null, "",
                    regel.Herkomst.Zekerheid);
            gevonden.Add(new(code, regel.Voorrang, hoofd, reden));
        }
    }

    /// <summary>Whether a condition of the seeds holds for these facts.</summary>
    /// <param name="vandaag">The day in the Netherlands.</param>
    public bool Geldt(Voorwaarde voorwaarde, Feiten feiten, DateOnly vandaag) => voorwaarde.Geldt(new Beoordeling(feiten, _termijnen, vandaag));

    /// <summary>What the chosen kinds suggest and no row has opened. A kind never opens what depends on a condition: bezwaar, the ombudsman, haste.</summary>
    private void VoegOokMogelijk(Beoordeling beoordeling, List<Gevonden> gevonden)
    {
        foreach (var code in beoordeling.Feiten.OokMogelijk)
        {
            if (code is not (Bezwaar or Verzoekschrift or LaatsteBrief or Besluit) && _rang.ContainsKey(code) && !gevonden.Exists(een => een.Code == code))
            {
                var zin = Routezin.Vul(Soort(code).Zin, termijn: null, beoordeling, Tabel);
                gevonden.Add(new(code, Voorrang.Gewoon, Hoofd: false, new Routereden(Routereden.Soort, zin, "", Termijn: null, "", Zekerheid.Hoog)));
            }
        }
    }

    /// <summary>A verzoekschrift that is not possible yet becomes what has to come first.</summary>
    private static string Vervangen(string code, Poortuitkomst poort)
        => code != Verzoekschrift || OmbudsmanPoort.IsOpen(poort) ? code : poort == Poortuitkomst.Herinnering ? Herinnering : Klacht;

    private Routeplan Plan(List<Gevonden> gevonden, Beoordeling beoordeling, List<int> regels, List<string> meldingen)
    {
        var routes = gevonden.GroupBy(static een => een.Code, StringComparer.Ordinal)
            .Select(group => Route(group.Key, group, gevonden, beoordeling))
            .OrderBy(static route => route.Voorrang)
            .ThenBy(route => _rang[route.Code])
            .ToArray();
        var open = routes.Where(static route => route.Status != Routestatus.NietNodig).ToArray();
        var pauze = open.Length > 0 && open[0].Voorrang == Voorrang.Crisis;
        var getoond = pauze ? open.Count(static route => route.Voorrang == Voorrang.Crisis) : MaxGetoond;
        return new Routeplan(pauze, [.. open.Take(getoond)], [.. open.Skip(getoond)],
            [.. routes.Where(static route => route.Status == Routestatus.NietNodig)], meldingen)
        {
            Poort = beoordeling.Poort,
            Regels = regels,
        };
    }

    private Route Route(string code, IEnumerable<Gevonden> groep, List<Gevonden> alle, Beoordeling beoordeling)
    {
        var redenen = groep.OrderBy(static een => een.Voorrang).ThenByDescending(static een => een.Hoofd).ThenBy(static een => een.Reden.Regel).ToArray();
        var (status, sleutel) = Status(code, alle, beoordeling.Feiten);
        var termijn = redenen.Select(static een => een.Reden.Termijn).OfType<Termijn>()
            .OrderBy(termijn => termijn.StandOp(beoordeling.Vandaag) == Stand.Voorbij).ThenBy(termijn => termijn.TeTonen(beoordeling.Vandaag)).FirstOrDefault();
        return new Route(code, Soort(code).Naam, redenen[0].Voorrang, status, [.. redenen.Select(static een => een.Reden)])
        {
            Uitleg = sleutel.Length > 0 ? Tabel.Woorden[sleutel] : Jong(code, beoordeling) ?? redenen[0].Reden.Zin,
            Termijn = termijn,
            Voorbehoud = Voorbehoud(code, termijn, redenen, beoordeling),
        };
    }

    /// <summary>The explanation for somebody under 18; null for anybody else.</summary>
    private string? Jong(string code, Beoordeling beoordeling)
        => beoordeling.Feiten.Klagersrol == Klagersrol.Jongere && Soort(code).ZinJe is { Length: > 0 } zin
            ? Routezin.Vul(zin, termijn: null, beoordeling, Tabel) : null;

    private Routesoort Soort(string code) => Tabel.Soorten[_rang[code]];

    private string Voorbehoud(string code, Termijn? termijn, Gevonden[] redenen, Beoordeling beoordeling)
    {
        if (termijn is { Partij: Partij.Inwoner } && termijn.StandOp(beoordeling.Vandaag) == Stand.MisschienVoorbij)
        {
            return Tabel.Woorden["misschien_voorbij"];
        }

        var minst = redenen.Min(static een => een.Reden.Zekerheid);
        var wie = code == Samenwerking ? beoordeling.Feiten.OrganisatieZekerheid : Zekerheid.Hoog;
        return termijn is { Zekerheid: Zekerheid.Onzeker } || minst == Zekerheid.Onzeker || wie == Zekerheid.Onzeker ? Tabel.Woorden["vraag_na"]
            : termijn is { Zekerheid: < Zekerheid.Hoog } || minst < Zekerheid.Middel ? Tabel.Woorden["voorbehoud"] : "";
    }

    private static (Routestatus Status, string Sleutel) Status(string code, List<Gevonden> alle, Feiten feiten)
    {
        if (code is not (Klacht or Verzoekschrift))
        {
            return (Routestatus.Open, "");
        }

        if (feiten.Procedure is Procedure.Rechter or Procedure.Beroep or Procedure.Civiel or Procedure.Straf or Procedure.Uitspraak)
        {
            return feiten.LosVanProcedure == JaNee.Nee ? (Routestatus.NietNodig, "rechter_beslist") : (Routestatus.AlleenLosDeel, "alleen_los_deel");
        }

        var alleenBesluit = code == Klacht && feiten.Kern == Kern.Besluit && alle.Exists(static een => een.Code == Bezwaar);
        return alleenBesluit ? (Routestatus.NietNodig, "alleen_besluit") : (Routestatus.Open, "");
    }

    private readonly record struct Gevonden(string Code, Voorrang Voorrang, bool Hoofd, Routereden Reden);
}
