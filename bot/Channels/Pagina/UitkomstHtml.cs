using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>The last page: what comes out, which ways are open, and the documents.</summary>
public sealed class UitkomstHtml(PaginaWoorden words, Paginataal taal)
{
    private const int AtOnce = 3;

    public Html Render(PaginaView view, DateOnly today)
    {
        var said = Html.Join(view.Notices.Select(static say => Html.Of($"<div class=\"bericht {say.Toon}\">{PaginaHtml.Lines(say.Text)}</div>")));
        return view.Outcome is not { } end ? said : Html.Of(
            $"""
            {said}
            <h1>{end.Titel}</h1>
            {PaginaHtml.Lines(end.Uitleg)}
            {Reference(end.Kenmerk)}
            {Documents(end.Documenten)}
            {Routes(end.Routes, today)}
            """);
    }

    private Html Reference(string? kenmerk) => string.IsNullOrEmpty(kenmerk) ? Html.Empty : Html.Of(
        $"<div class=\"bericht ontvangst\"><p>{words.Kenmerk}: <bdi dir=\"ltr\"><strong class=\"kenmerk\">{kenmerk}</strong></bdi></p><p>{words.KenmerkUitleg}</p></div>");

    private Html Documents(IReadOnlyList<DocumentData> documents) => documents.Count == 0 ? Html.Empty : Html.Of(
        $"""
        <h2>{words.Documenten}</h2>
        <ul>{Html.Join(documents.Select(static link => Html.Of($"<li><a href=\"/klacht/document/{link.Naam}\" download>{link.Titel}</a></li>")))}</ul>
        """);

    private Html Routes(IReadOnlyList<Routeadvies> routes, DateOnly today)
    {
        if (routes.Count == 0)
        {
            return Html.Empty;
        }

        var rest = routes.Count > AtOnce
            ? Html.Of($"<details><summary>{words.MeerWegen} ({routes.Count - AtOnce})</summary>{Html.Join(routes.Skip(AtOnce).Select(route => Route(route, today)))}</details>")
            : Html.Empty;
        return Html.Of($"<h2>{words.Wegen}</h2>{Html.Join(routes.Take(AtOnce).Select(route => Route(route, today)))}{rest}");
    }

    private Html Route(Routeadvies route, DateOnly today)
    {
        var last = route.Uiterlijk is { } day
            ? Html.Of($"<p><strong>{(day < today ? words.Voorbij : words.Uiterlijk).Replace("{dag}", taal.Dag(day), StringComparison.Ordinal)}</strong></p>")
            : Html.Empty;
        return Html.Of($"<div class=\"weg\"><h3>{route.Naam}</h3>{PaginaHtml.Lines(route.Uitleg)}{last}</div>");
    }
}
