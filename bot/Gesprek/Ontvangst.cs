using System.Security.Cryptography;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>Puts the proof of sending on the last screen, from the same turn on that wrote the form to the outbox.</summary>
internal static class Ontvangst
{
    /// <returns>The moment at which the resident sent the form; null when that did not happen.</returns>
    public static DateTimeOffset? Verstuurd(Memory memory)
        => memory.Given.TryGetValue(ControleDialog.Versturen.Id, out var answer) && answer.Value == ControleDialog.Versturen.Closes
            ? memory.Moments[ControleDialog.Versturen.Id]
            : null;

    /// <param name="form">The form as it was sent.</param>
    public static Prompt Bevestig(Prompt prompt, Klachtformulier form, DateTimeOffset moment, Words words)
    {
        if (prompt is not Prompt.Einde(var uitkomst))
        {
            return prompt;
        }

        var proof = new Ontvangstbewijs(form.Kenmerk, moment, Convert.ToHexStringLower(SHA256.HashData(FormulierJson.Write(form))));
        return new Prompt.Einde(uitkomst with { Uitleg = $"{uitkomst.Uitleg}\n\n{InWoorden(proof, words)}", Ontvangstbewijs = proof });
    }

    private static string InWoorden(Ontvangstbewijs proof, Words words)
    {
        var moment = Taalwoorden.Tijdstip(Amsterdam.Day(proof.Tijdstip), TimeOnly.FromDateTime(Amsterdam.Local(proof.Tijdstip).DateTime), words);
        return words.Message("ontvangstbewijs.tekst", new Dictionary<string, string>
        {
            ["kenmerk"] = proof.Kenmerk,
            ["tijdstip"] = moment,
            ["controlegetal"] = proof.Sha256,
        });
    }
}
