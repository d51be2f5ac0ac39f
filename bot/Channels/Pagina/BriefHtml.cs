using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>The letter as it would go out, with a button to change its text. It stands inside a form of its page.</summary>
public sealed class BriefHtml(PaginaWoorden words, string taal)
{
    private const string Dutch = "nl";

    /// <param name="changeable">Whether the button to change the text stands under it.</param>
    public Html Render(Briefbeeld? brief, bool changeable) => brief is null ? Html.Empty : Html.Of(
        $"""
        <h2>{words.Brief}</h2>
        <p>{words.BriefUitleg} {(taal == Dutch ? "" : words.BriefTaal)}</p>
        {(brief.Vervallen ? Html.Of($"<p class=\"bericht waarschuwing\">{words.BriefOpnieuw}</p>") : Html.Empty)}
        <div class="brief" lang="nl" dir="ltr">{Html.Join(brief.Delen.Select(Part))}</div>
        {(changeable ? Change(brief.Vraag) : Html.Empty)}
        """);

    private Html Change(string? vraag)
        => vraag is null ? Html.Of($"<p>{words.BriefTeLang}</p>") : Html.Of($"<button name=\"wijzig\" value=\"{vraag}\">{words.BriefAanpassen}</button>");

    /// <summary>A form of its own to send proof along; only where no text is typed, because a form sends nothing of another.</summary>
    public Html Proof(string antiforgery) => Html.Of(
        $"""
        <details class="overzicht"><summary>{words.Bijlagen}</summary>
        <form method="post" action="/klacht/bestand" enctype="multipart/form-data">
        <input type="hidden" name="__RequestVerificationToken" value="{antiforgery}">
        <label class="veldnaam" for="bestand">{words.BijlagenKies}</label>
        <p id="bestanduitleg">{words.BijlagenUitleg}</p>
        <input id="bestand" name="bestand" type="file" multiple accept="application/pdf,image/jpeg,image/png" aria-describedby="bestanduitleg">
        <p><button>{words.BijlagenStuur}</button></p>
        </form>
        </details>
        """);

    private Html Part(Briefdeel deel)
    {
        var mark = deel.Aangepast ? Html.Of($"<strong lang=\"{taal}\">{words.BriefAangepast}: </strong>") : Html.Empty;
        var lang = deel.Taal is { } own ? Html.Of($" lang=\"{own}\"") : Html.Empty;
        return deel.Citaat ? Html.Of($"<blockquote dir=\"auto\"{lang}>{mark}{deel.Tekst}</blockquote>") : Html.Of($"<p dir=\"auto\"{lang}>{mark}{deel.Tekst}</p>");
    }
}
