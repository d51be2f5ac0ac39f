using System.Diagnostics;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Brief;

/// <summary>Writes a document as plain text, for an e-mail or a form on a website: 78 columns, lines ending in LF.</summary>
public static class BriefTekst
{
    private const int Columns = 78;
    private const string Quote = "> ";
    private const string Item = "- ";
    private const string Indent = "  ";

    /// <summary>The letter; ends with one line break, and is empty when the document is.</summary>
    public static string Write(Papier papier)
    {
        var parts = papier.Blokken.Select(Block).Append(Footer(papier.Voettekst)).Where(static lines => lines.Count > 0);
        var text = string.Join("\n\n", parts.Select(static lines => string.Join('\n', lines)));
        return text.Length == 0 ? "" : text + "\n";
    }

    private static List<string> Block(Blok block) => block switch
    {
        Blok.Kop kop => Heading(kop),
        Blok.Alinea alinea => Paragraphs(alinea.Tekst, "", between: ""),
        Blok.Citaat citaat => Paragraphs(citaat.Tekst, Quote, between: Quote.TrimEnd()),
        Blok.Lijst lijst => Points(lijst),
        Blok.Tabel tabel => [.. tabel.Rijen.SelectMany(Row)],
        Blok.Regels regels => [.. regels.Tekst.SelectMany(CleanText.Lines).SelectMany(static line => Wrap([line], "", ""))],
        _ => throw new UnreachableException(),
    };

    private static List<string> Heading(Blok.Kop kop)
    {
        var lines = Wrap([CleanText.OneLine(kop.Tekst)], "", "");
        return lines is [""] ? [] : [.. lines, new string(kop.Niveau == 1 ? '=' : '-', lines.Max(TextWrap.Columns))];
    }

    private static List<string> Points(Blok.Lijst list) =>
        [.. list.Punten.Where(static point => !string.IsNullOrWhiteSpace(point)).SelectMany(static point => Wrap(CleanText.Lines(point), Item, Indent))];

    private static List<string> Paragraphs(string text, string prefix, string between)
    {
        var lines = new List<string>();
        foreach (var paragraph in CleanText.Paragraphs(text))
        {
            if (lines.Count > 0)
            {
                lines.Add(between);
            }

            lines.AddRange(Wrap(paragraph, prefix, prefix));
        }

        return lines;
    }

    /// <summary>"label: value". The header of the table is left out: the colon says what is asked and what is answered.</summary>
    private static List<string> Row(Rij row)
    {
        var (label, answer) = (CleanText.OneLine(row.Links).TrimEnd(':'), CleanText.Lines(row.Rechts));
        var colon = label.Length == 0 || label.EndsWith('?') ? "" : ":";
        return Wrap([$"{label}{colon} {answer[0]}", .. answer.Skip(1)], Indent, Indent + Indent);
    }

    private static List<string> Footer(string text)
    {
        var line = CleanText.OneLine(text);
        return line.Length == 0 ? [] : Wrap([line], "", "");
    }

    private static List<string> Wrap(IReadOnlyList<string> lines, string first, string next)
        => [.. lines.SelectMany(line => TextWrap.Wrap(line, Columns - next.Length)).Select((line, i) => ((i == 0 ? first : next) + line).TrimEnd())];
}
