using System.Text.RegularExpressions;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>Text with its telephone numbers as links: a person in need must not have to copy a number.</summary>
internal static partial class TelefoonHtml
{
    /// <summary>Dutch numbers as they are written in our texts: 112, 113, 14 0xx, 0800-xxxx, 0xx-xxx xx xx. The chat links the same ones.</summary>
    [GeneratedRegex(@"\b(?:112|113|14 ?0[0-9]{1,4}|0[89]00[ -]?[0-9]{4,7}|0[0-9]{1,3}[ -][0-9]{2,3}(?: ?[0-9]{2}){2})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number { get; }

    public static Html Render(string text)
    {
        var (pieces, from) = (new List<Html>(), 0);
        foreach (Match number in Number.Matches(text))
        {
            pieces.Add(Html.Of($"{text[from..number.Index]}<a dir=\"ltr\" href=\"tel:{string.Concat(number.Value.Where(char.IsAsciiDigit))}\">{number.Value}</a>"));
            from = number.Index + number.Length;
        }

        return Html.Join([.. pieces, Html.Of($"{text[from..]}")]);
    }
}
