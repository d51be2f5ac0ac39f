using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>A moment in words: <c>donderdag 18 oktober 2018</c>, <c>oktober 2018</c>, <c>tussen 1 mei 2019 en 15 mei 2019</c>.</summary>
public static class WanneerInWoorden
{
    /// <summary>In Dutch, as it stands on the form.</summary>
    public static string Van(Wanneer wanneer) => wanneer switch
    {
        { Van: null, LaatsteDag: { } laatste } => $"op of voor {Kort(laatste)}",
        { TotExclusief: null, Van: { } eerste } => $"vanaf {Kort(eerste)}",
        { Van: { } eerste, LaatsteDag: { } laatste } => Stretch(eerste, laatste, wanneer.Precisie),
        _ => wanneer.Tekst,
    };

    /// <param name="words">The language; null for the Dutch of the form.</param>
    public static string Van(Wanneer wanneer, Words? words) => (words, wanneer) switch
    {
        (null, _) => Van(wanneer),
        (_, { Van: null, LaatsteDag: { } laatste }) => Taalwoorden.Zin("datum.tot", words, ("dag", Taalwoorden.Kort(laatste, words))),
        (_, { TotExclusief: null, Van: { } eerste }) => Taalwoorden.Zin("datum.vanaf", words, ("dag", Taalwoorden.Kort(eerste, words))),
        (_, { Van: { } eerste, LaatsteDag: { } laatste }) => Stretch(eerste, laatste, wanneer.Precisie, words),
        _ => wanneer.Tekst,
    };

    private static string Stretch(DateOnly eerste, DateOnly laatste, string precisie) => precisie switch
    {
        "dag" => DagInWoorden.Van(eerste),
        "maand" => $"{DagInWoorden.Maand(eerste.Month)} {eerste.Year}",
        "jaar" => $"{eerste.Year}",
        "week" => $"de week van {Kort(eerste)}",
        "weekend" => $"het weekend van {Kort(eerste)}",
        _ when eerste == laatste => DagInWoorden.Van(eerste),
        _ => $"tussen {Kort(eerste)} en {Kort(laatste)}",
    };

    private static string Stretch(DateOnly eerste, DateOnly laatste, string precisie, Words words) => precisie switch
    {
        "dag" => Taalwoorden.Dag(eerste, words),
        "maand" => Taalwoorden.Maand(eerste, words),
        "jaar" => $"{eerste.Year}",
        "week" => Taalwoorden.Zin("datum.week", words, ("dag", Taalwoorden.Kort(eerste, words))),
        "weekend" => Taalwoorden.Zin("datum.weekend", words, ("dag", Taalwoorden.Kort(eerste, words))),
        _ when eerste == laatste => Taalwoorden.Dag(eerste, words),
        _ => Taalwoorden.Zin("datum.tussen", words, ("van", Taalwoorden.Kort(eerste, words)), ("tot", Taalwoorden.Kort(laatste, words))),
    };

    private static string Kort(DateOnly dag) => $"{dag.Day} {DagInWoorden.Maand(dag.Month)} {dag.Year}";
}
