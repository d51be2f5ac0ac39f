using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using static KlachtHulp.Dialogs.Topics.Build;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Who complains. Only name and address can be demanded; never a BSN.</summary>
/// <remarks>Source: Awb art. 9:4, lid 2, onder a; art. 9:28, lid 1, onder a.</remarks>
public static class GegevensDialog
{
    public static readonly Question<string> Naam = new("gegevens.naam", new NaamKind()) { AllowsUnknown = false };

    public static readonly Question<string> Adres = new("gegevens.adres", new AdresKind()) { AllowsUnknown = false };

    public static readonly Question<string> Email = new("gegevens.email", new EmailKind()) { AllowsUnknown = false };

    public static readonly Question<string> Telefoon = new("gegevens.telefoon", new TelefoonKind()) { AllowsUnknown = false };

    public static readonly Question<string> Veilig = Choice("gegevens.veilig", "alles_goed", "niet_bellen", "geen_post", "alleen_email") with { AllowsUnknown = false };

    public static readonly Question<string> Kenmerk = Line("gegevens.kenmerk");

    public static Node Tree() => new Node.Stage("gegevens", new Node.Seq(
        Tell("melding.gegevens"),
        Required(Naam),
        Required(Adres),
        new Node.Ask(Veilig),
        new Node.Ask(Email),
        new Node.When(new Condition.OneOf(Veilig, "niet_bellen", "alleen_email"), Nothing) { Else = new Node.Ask(Telefoon) },
        new Node.Ask(Kenmerk)));
}
