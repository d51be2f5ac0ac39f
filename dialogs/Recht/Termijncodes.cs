namespace KlachtHulp.Dialogs.Recht;

/// <summary>The codes of terms that rules in this folder refer to; their numbers stand in seeds/recht/termijnen.yaml.</summary>
/// <remarks>Source: Awb art. 4:13, 6:7, 7:10, 9:8, 9:11, 9:24; AVG art. 12.</remarks>
public static class Termijncodes
{
    public const string Klacht = "K6";
    public const string KlachtCommissie = "K10";
    public const string KlachtVerdaagd = "K6+4";
    public const string KlachtCommissieVerdaagd = "K10+4";
    public const string KlachtJaar = "KJ";
    public const string NietBehandelen = "K4";
    public const string OmbudsmanNaAntwoord = "OJ1";
    public const string OmbudsmanZonderAntwoord = "OJ2";
    public const string Bezwaar = "BZ";
    public const string BezwaarAvg = "BZA";
    public const string Avg = "AV";
    public const string AvgVerlengd = "AV+2";
    public const string Aanvraag = "AB";
    public const string Beslissing = "BB";
    public const string BeslissingCommissie = "BB12";
    public const string BeslissingVerdaagd = "BB+6";
    public const string BeslissingCommissieVerdaagd = "BB12+6";

    /// <summary>The behandeling of this klacht: one of the four K terms above, chosen by commissie and verdaging.</summary>
    public const string Behandeling = "KB";
}
