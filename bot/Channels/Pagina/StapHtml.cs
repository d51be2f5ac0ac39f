using System.Globalization;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>One question with everything needed to answer it, as plain forms.</summary>
public sealed class StapHtml(PaginaHtml frame, UitkomstHtml outcome)
{
    private const string Action = "/klacht/stap";

    private readonly WoordenHtml _explained = new(frame.Words);
    private readonly BriefHtml _letter = new(frame.Words, frame.Taal.Taal);

    private PaginaWoorden Words => frame.Words;

    /// <param name="today">Day in Amsterdam.</param>
    /// <param name="typed">Words that stood in the field when only help was asked for.</param>
    /// <param name="calm">Whether words for somebody in danger were read, so that the question may come.</param>
    public string Render(PaginaView view, Overzicht overview, string antiforgery, DateOnly today, string typed = "", bool calm = false)
    {
        var waits = !calm && view.Waits;
        var content = waits ? Danger(view) : view.Question is { } question ? Question(view, question, overview, antiforgery, typed) : outcome.Render(view, today);
        var title = view.Question?.Stap is { } stap ? Step(stap.Nr, stap.Van, stap.Titel) : view.Outcome?.Titel ?? Words.Titel;
        var checking = view.Question?.Soort is "controle";
        return frame.Page(title, Html.Of(
            $"""
            {content}
            {(checking ? Html.Empty : Summary(overview, antiforgery, view, "overzicht"))}
            {Help(view, antiforgery, overview.Antwoorden.Count > 0, alone: waits || view.Question is null)}
            """), view.Error.Length > 0);
    }

    /// <summary>Help for somebody in danger, and nothing to fill in until the resident asks for it. Thanks and the like wait with the question.</summary>
    private Html Danger(PaginaView view) => Html.Of(
        $"""
        <h1>{Words.HulpNu}</h1>
        {Html.Join(view.Notices.Where(static say => say.IsUrgent).Select(say => say.Waits ? Html.Of($"<div class=\"bericht crisis\">{PaginaHtml.Lines(say.Text)}</div>") : Notice(say)))}
        <p><a href="{Action}?rustig={Uri.EscapeDataString(view.Turn)}">{Words.VerderMetKlacht}</a></p>
        """);

    private Html Question(PaginaView view, PromptData question, Overzicht overview, string antiforgery, string typed) => Html.Of(
        $"""
        {Back(view, question, overview, antiforgery)}
        <p class="stap">{(question.Stap is { } stap ? Step(stap.Nr, stap.Van, stap.Titel) : "")}</p>
        {ErrorSummary(view.Error)}
        {Html.Join(view.Notices.Select(Notice))}
        {PaginaHtml.Form(Action, antiforgery, Hidden(view), Html.Of(
            $"""
            {Answers(view, question, overview, antiforgery, typed.Length > 0 ? typed : view.Typed)}
            <div class="knoppen uitwegen">{Escapes(question)}</div>
            <p class="hulp-kop">{Words.HulpNodig}</p>
            <div class="knoppen"><button name="doe" value="mens">{Words.Mens}</button> <button name="doe" value="help">{Words.Help}</button></div>
            <p class="hulp-kop">{Words.Taal}</p>
            <div class="knoppen talen">{frame.Taal.Knoppen()}</div>
            """))}
        {(question.Soort == "controle" ? _letter.Proof(antiforgery) : Html.Empty)}
        """);

    /// <summary>The first button of the form is the one that Enter presses, so it must be the one that sends the answer.</summary>
    private Html Answers(PaginaView view, PromptData question, Overzicht overview, string antiforgery, string typed)
    {
        var options = question.Opties ?? [];
        var first = question.Soort == "controle" ? Html.Of($"<button class=\"vh\" name=\"doe\" value=\"antwoord\" tabindex=\"-1\" aria-hidden=\"true\">{Words.Verstuur}</button>") : Html.Empty;
        var heading = Html.Of($"{first}<h1 id=\"vraag\">{question.Titel}</h1>");
        var before = Html.Of(
            $"""
            <div id="uitleg" class="uitleg">{PaginaHtml.Lines(question.Hulp)}</div>
            {(string.IsNullOrEmpty(question.Waarom) ? Html.Empty : Html.Of($"<details><summary>{Words.Waarom}</summary>{PaginaHtml.Lines(question.Waarom)}</details>"))}
            {_explained.Render([question.Titel, question.Hulp, .. options.Select(static option => option.Titel)])}
            {Reread(question, overview, view)}
            {FieldError(view.Error)}
            """);
        if (question.Voorstel is { } offer && view.Error.Length == 0)
        {
            return Html.Of(
                $"""
                {heading}{before}
                <p class="voorstel">{(options.Count > 0 ? Words.WijLezen : Words.USchreef)} <q dir="auto">{offer.Tekst}</q>. {Words.KloptDat}</p>
                <button class="hoofd" name="keuze" value="{offer.Antwoord}">{Words.JaKlopt}</button>
                <p>{Words.AndersDan}</p>
                {Fields(question, options, typed, view.Error)}
                <button name="doe" value="antwoord">{Words.Verstuur}</button>
                """);
        }

        return options.Count == 1
            ? Html.Of($"{heading}{before}<button class=\"hoofd\" name=\"keuze\" value=\"{options[0].Id}\">{options[0].Titel}</button>{Fields(question, [], typed, view.Error)}<button name=\"doe\" value=\"antwoord\">{Words.Verstuur}</button>")
            : Html.Of($"{heading}{before}{Fields(question, options, typed, view.Error)}<button class=\"hoofd\" name=\"doe\" value=\"antwoord\">{Words.Verstuur}</button>");
    }

    /// <summary>Answers and letter where they are checked; the letter alone, folded, where it is signed and sent.</summary>
    private Html Reread(PromptData question, Overzicht overview, PaginaView view)
    {
        if (question.Soort == "controle")
        {
            return Html.Of($"{Summary(overview, antiforgery: "", view, "")}{_letter.Render(overview.Brief, changeable: true)}");
        }

        return overview.Brief is { } letter && letter.Vraag != question.Vraag
            ? Html.Of($"<details class=\"overzicht\"><summary>{Words.Brief}</summary>{_letter.Render(letter, changeable: false)}</details>")
            : Html.Empty;
    }

    private Html Fields(PromptData question, IReadOnlyList<Dialogs.Prompts.Optie> options, string typed, string error)
    {
        var several = question.Soort == "meerkeuze";
        var now = question.Huidig?.Antwoord.Split(',') ?? [];
        var list = options.Count == 0 ? Html.Empty : Html.Of(
            $"""
            <fieldset aria-describedby="uitleg"><legend>{(several ? Words.Meer : question.Titel)}</legend>
            {Html.Join(options.Select(option => Html.Of(
                $"""<label class="keus"><input type="{(several ? "checkbox" : "radio")}" name="keuze" value="{option.Id}"{(now.Contains(option.Id) ? Html.Of($" checked") : Html.Empty)}> {option.Titel}</label>""")))}
            </fieldset>
            """);
        var words = typed.Length > 0 ? typed : options.Count > 0 || question.Soort == "controle" ? "" : question.Huidig?.Tekst ?? "";
        var described = Html.Of($" aria-describedby=\"uitleg{(error.Length > 0 ? " fout" : "")}\"{(error.Length > 0 ? Html.Of($" aria-invalid=\"true\"") : Html.Empty)}");
        var label = options.Count > 0 || question.Opties?.Count > 0 ? Words.OfTyp : Words.UwAntwoord;
        var field = question.Soort == "langeTekst"
            ? Html.Of($"<textarea id=\"antwoord\" name=\"tekst\" rows=\"8\" dir=\"auto\" autocomplete=\"off\"{described}>\n{words}</textarea>")
            : Html.Of($"<input id=\"antwoord\" name=\"tekst\" type=\"text\" value=\"{words}\" dir=\"auto\" autocomplete=\"{Autocomplete(question)}\"{described}>");
        return Html.Of($"{list}<label class=\"veldnaam\" for=\"antwoord\">{label}</label>{field}");
    }

    /// <summary>The browser's own name for what is asked, so that it can fill that in; other answers it does not keep.</summary>
    private static string Autocomplete(PromptData question) => (question.Soort == "contact" ? question.Vraag?.Split('.')[^1] : "") switch
    {
        "naam" => "name",
        "adres" => "street-address",
        "email" => "email",
        "telefoon" => "tel",
        _ => "off",
    };

    private Html Escapes(PromptData question)
    {
        if (question.Soort == "controle" || question is { Verplicht: true, MagOnbekend: not true })
        {
            return Html.Empty;
        }

        var unknown = question.MagOnbekend == true ? Html.Of($"<button name=\"doe\" value=\"weetniet\">{Words.WeetNiet}</button> ") : Html.Empty;
        var rest = question.MagGenoeg == true ? Html.Of($" <button name=\"doe\" value=\"genoeg\">{Words.Genoeg}</button>") : Html.Empty;
        return question.Verplicht == true ? unknown : Html.Of($"{unknown}<button name=\"doe\" value=\"overslaan\">{Words.SlaOver}</button>{rest}");
    }

    private Html Back(PaginaView view, PromptData question, Overzicht overview, string antiforgery)
    {
        if (overview.Antwoorden.Count == 0 && question.Huidig is null)
        {
            return Html.Empty;
        }

        var (name, title) = question.Huidig is null ? ("terug", Words.Terug) : ("annuleer", Words.Annuleer);
        return PaginaHtml.Form(Action, antiforgery, Hidden(view), Html.Of($"<button class=\"tekstknop\" name=\"doe\" value=\"{name}\">{title}</button>"));
    }

    /// <summary>Every answer with a button to change it; inside a form already when there is no token of its own.</summary>
    private Html Summary(Overzicht overview, string antiforgery, PaginaView view, string fold)
    {
        var rows = overview.Antwoorden.Where(static row => row.Status != "ongebruikt").ToList();
        if (rows.Count == 0)
        {
            return Html.Empty;
        }

        var names = rows.Select((row, index) => rows.Take(index).Count(other => other.Titel == row.Titel) is var before and > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{row.Titel} ({before + 1})") : row.Titel).ToList();
        var list = Html.Of($"<dl class=\"antwoorden\">{Html.Join(rows.Select((row, index) => Row(row, names[index], changeable: view.Outcome?.Ontvangstbewijs is null)))}</dl>");
        var content = fold.Length > 0 ? Html.Of($"<details class=\"{fold}\"><summary>{Words.Overzicht} ({rows.Count})</summary>{list}</details>") : list;
        return antiforgery.Length > 0 ? PaginaHtml.Form(Action, antiforgery, Hidden(view), content) : content;
    }

    private Html Row(OverzichtRij row, string name, bool changeable)
    {
        var change = changeable ? Html.Of($"""<dd><button class="tekstknop" name="wijzig" value="{row.Vraag}">{Words.Wijzig} <span class="vh">{name}</span></button></dd>""") : Html.Empty;
        return Html.Of($"""<div><dt>{row.Titel}</dt><dd dir="auto">{row.Tekst}</dd>{change}</div>""");
    }

    /// <param name="alone">There is no question, with which the other ways to help stand.</param>
    private Html Help(PaginaView view, string antiforgery, bool answered, bool alone)
    {
        var sent = view.Outcome?.Ontvangstbewijs is not null;
        var save = answered ? PaginaHtml.Form("/klacht/bewaar", antiforgery, new Dictionary<string, string> { ["taal"] = frame.Taal.Taal }, Html.Of($"<button>{frame.Later.Bewaar}</button>")) : Html.Empty;
        var undo = answered && !sent ? Html.Of($"<button name=\"doe\" value=\"ongedaan\">{Words.Ongedaan}</button> ") : Html.Empty;
        var person = alone ? Html.Of($"<p class=\"hulp-kop\">{Words.HulpNodig}</p><div class=\"knoppen\"><button name=\"doe\" value=\"mens\">{Words.Mens}</button> <button name=\"doe\" value=\"help\">{Words.Help}</button></div>") : Html.Empty;
        var languages = alone ? Html.Of($"<p class=\"hulp-kop\">{Words.Taal}</p><div class=\"knoppen talen\">{frame.Taal.Knoppen()}</div>") : Html.Empty;
        var controls = Html.Of($"{person}<div class=\"knoppen\">{undo}<button name=\"doe\" value=\"wis\">{Words.Wis}</button></div>{languages}");
        return Html.Of($"<footer class=\"blad-voet\">{PaginaHtml.Form(Action, antiforgery, Hidden(view), controls)}{save}<p>{Words.Beslist}</p></footer>");
    }

    private Html Notice(PromptSay say)
    {
        var head = say.Toon switch
        {
            "waarschuwing" => Words.LetOp,
            "crisis" => Words.HulpNu,
            _ => "",
        };
        return Html.Of($"<div class=\"bericht {say.Toon}\">{(head.Length > 0 ? Html.Of($"<p><strong>{head}</strong></p>") : Html.Empty)}{PaginaHtml.Lines(say.Text)}</div>");
    }

    private Html ErrorSummary(string error) => error.Length == 0 ? Html.Empty : Html.Of(
        $"<div class=\"fouten\" role=\"alert\"><h2>{Words.FoutKop}</h2><ul><li><a href=\"#antwoord\">{error}</a></li></ul></div>");

    private static Html FieldError(string error) => error.Length == 0 ? Html.Empty : Html.Of($"<p id=\"fout\" class=\"fout\">{error}</p>");

    private string Step(int nr, int van, string titel) => Words.Stap
        .Replace("{nr}", nr.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{van}", van.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{titel}", titel, StringComparison.Ordinal);

    private static Dictionary<string, string> Hidden(PaginaView view) => new() { ["vraag"] = view.Question?.Vraag ?? "", ["beurt"] = view.Turn, ["nu"] = view.Taal };
}
