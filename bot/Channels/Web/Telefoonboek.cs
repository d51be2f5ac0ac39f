using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Channels.Web;

/// <summary>Where a gemeente can be called, for the pages that show it before and besides the conversation.</summary>
public sealed class Telefoonboek(Klachthulp klachthulp, DirectLineSettings settings, TimeProvider clock)
{
    /// <param name="gemeente">CBS code; empty for none.</param>
    /// <returns>Empty when the gemeente told none.</returns>
    public string Of(string gemeente) => klachthulp.Knowledge.InstellingVan(gemeente, Amsterdam.Day(clock.GetUtcNow()))?.Telefoon ?? "";

    /// <summary>That of the gemeente in the address, or of the one that this service is for.</summary>
    public string Of(HttpRequest request)
    {
        var asked = request.Query["gemeente"].ToString();
        return Of(NewTokenRules.IsGemeente(asked) && asked.Length > 0 ? asked : settings.Gemeente);
    }
}
