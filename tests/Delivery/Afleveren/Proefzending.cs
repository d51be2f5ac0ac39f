using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>A form to deliver, with invented contents.</summary>
internal static class Proefzending
{
    public const string Kenmerk = "KH-ABCD-EFGH-JKMN";

    public static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Klachtformulier Formulier(string kenmerk = Kenmerk, string gemeente = "0344") => new()
    {
        Soort = "klacht",
        Kenmerk = kenmerk,
        Aan = new Geadresseerde("het college van burgemeester en wethouders", "Utrecht", gemeente),
        Klager = new Klager("Proef Bewoner", "Proefstraat 1, 3500 AA Utrecht") { Email = "bewoner@voorbeeld.example" },
        Vertegenwoordiging = new Vertegenwoordiging("zelf"),
        Dagtekening = new DateOnly(2026, 3, 2),
        Klachten = [new KlachtOnderdeel("1", "Niemand belde terug", "toezegging", "Niemand belde terug, ook niet na drie keer vragen.") { Wanneer = Onbekend }],
        Wensen = new WensenDeel(["excuses"], ["Ik wil excuses"]),
        Horen = new HorenDeel(),
        Samenhang = new Samenhang(),
        Ondertekening = new Ondertekening("P. Bewoner", Akkoord: true, Moment),
    };

    public static IReadOnlyList<Stuk> Stukken(Klachtformulier formulier) =>
    [
        new Stuk("klacht.pdf", "application/pdf", Some(formulier.Kenmerk, "%PDF-1.7 ")),
        new Stuk("brief.txt", "text/plain; charset=utf-8", Some(formulier.Kenmerk, "Geachte ")),
    ];

    public static Zending Zending(string kenmerk = Kenmerk)
    {
        var formulier = Formulier(kenmerk);
        return new Zending(kenmerk, formulier, FormulierJson.Write(formulier), Moment, new(() => Stukken(formulier)));
    }

    public static NewOutboxItem Item(string kenmerk = Kenmerk, string gemeente = "0344")
        => new(Bezorger.Soort, kenmerk, FormulierJson.Write(Formulier(kenmerk, gemeente)));

    /// <summary>Steps that are kept nowhere.</summary>
    public static Stappen Stappen() => new(default, static _ => Task.CompletedTask);

    private static Datum Onbekend => new(null, "onbekend", "onbekend");

    private static byte[] Some(string kenmerk, string before) => System.Text.Encoding.UTF8.GetBytes(before + kenmerk);
}
