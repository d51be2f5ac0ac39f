namespace KlachtHulp.Dialogs.Recht;

/// <summary>Fills the sentence of a row. A placeholder never reaches the resident, and neither does a last day that has gone by or may have.</summary>
internal static class Routezin
{
    private const string WekenBegin = "{weken:";

    public static string Vul(Routeregel regel, Termijn? termijn, Beoordeling beoordeling, Routetabel tabel)
    {
        var noembaar = termijn is not null && (termijn.Partij == Partij.Gemeente || termijn.StandOp(beoordeling.Vandaag) == Stand.Loopt);
        var zin = noembaar || regel.ZinZonderDatum.Length == 0 ? regel.Zin : regel.ZinZonderDatum;
        return Vul(zin, termijn, beoordeling, tabel);
    }

    public static string Vul(string zin, Termijn? termijn, Beoordeling beoordeling, Routetabel tabel)
    {
        if (!zin.Contains('{', StringComparison.Ordinal))
        {
            return zin;
        }

        var (feiten, woorden) = (beoordeling.Feiten, tabel.Woorden);
        return Weken(zin, beoordeling)
            .Replace("{datum}", termijn is null ? woorden["datum"] : Datum(termijn, beoordeling.Vandaag, tabel), StringComparison.Ordinal)
            .Replace("{ombudsman}", Of(feiten.Ombudsman, woorden["ombudsman"]), StringComparison.Ordinal)
            .Replace("{organisatie}", Of(feiten.Organisatie, woorden["organisatie"]), StringComparison.Ordinal)
            .Replace("{instantie}", Of(feiten.Instantie, woorden["instantie"]), StringComparison.Ordinal);
    }

    private static string Datum(Termijn termijn, DateOnly vandaag, Routetabel tabel)
        => termijn.TweeDagen ? tabel.TweeDagen(termijn.Nominaal, termijn.Uiterlijk) : tabel.Dag(termijn.TeTonen(vandaag));

    private static string Weken(string zin, Beoordeling beoordeling)
    {
        var begin = zin.IndexOf(WekenBegin, StringComparison.Ordinal);
        if (begin < 0)
        {
            return zin;
        }

        var einde = zin.IndexOf('}', begin);
        var code = zin[(begin + WekenBegin.Length)..einde];
        return string.Concat(zin.AsSpan(0, begin), beoordeling.Weken(code), zin.AsSpan(einde + 1));
    }

    private static string Of(string naam, string algemeen) => naam.Length > 0 ? naam : algemeen;
}
