using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The history of the klacht at the gemeente, for the ombudsman.</summary>
internal static class InterneKlachtBouwer
{
    public static InterneKlacht Bouw(Answers answers)
    {
        var answered = answers.Text(InterneBehandelingDialog.Antwoord);
        return new InterneKlacht(
            answers.Text(InterneBehandelingDialog.Wijze) ?? "",
            FormulierBouwer.Date(answers, InterneBehandelingDialog.Datum),
            answered switch { "nee" or null => "geenAntwoord", "geweigerd" => "geweigerd", _ => "beantwoord" })
        {
            Ontvangst = answers.Yes(InterneBehandelingDialog.Ontvangen) ? FormulierBouwer.Date(answers, InterneBehandelingDialog.Ontvangst) : null,
            Commissie = FormulierBouwer.YesNo(answers, InterneBehandelingDialog.Commissie),
            Verdaagd = FormulierBouwer.YesNo(answers, InterneBehandelingDialog.Verdaagd),
            AntwoordDatum = answered is null or "nee" ? null : FormulierBouwer.Date(answers, InterneBehandelingDialog.AntwoordDatum),
            AntwoordWijze = answered is "schriftelijk" or "mondeling" ? answered : null,
            Antwoord = answers.Text(InterneBehandelingDialog.AntwoordInhoud),
            NietEensOmdat = answers.Text(InterneBehandelingDialog.Oneens),
        };
    }
}
