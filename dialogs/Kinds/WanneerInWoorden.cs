using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>A moment in Dutch: <c>donderdag 18 oktober 2018</c>, <c>oktober 2018</c>, <c>tussen 1 mei 2019 en 15 mei 2019</c>.</summary>
public static class WanneerInWoorden
{
    public static string Van(Wanneer wanneer) => wanneer switch
    {
        { Van: null, LaatsteDag: { } laatste } => $"op of voor {Kort(laatste)}",
        { TotExclusief: null, Van: { } eerste } => $"vanaf {Kort(eerste)}",
        { Van: { } eerste, LaatsteDag: { } laatste } => Stretch(eerste, laatste, wanneer.Precisie),
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

    private static string Kort(DateOnly dag) => $"{dag.Day} {DagInWoorden.Maand(dag.Month)} {dag.Year}";
}
