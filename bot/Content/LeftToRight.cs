using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Bot.Content;

/// <summary>Keeps telephone numbers, dates, codes and addresses whole in a language that is written from right to left: 0800-2000 would read 2000-0800.</summary>
public static partial class LeftToRight
{
    private const char Begin = '\u2066';
    private const char End = '\u2069';

    /// <summary>The words with what must stay from left to right between U+2066 and U+2069.</summary>
    public static Words In(Words words) => words with
    {
        Questions = words.Questions.ToDictionary(static pair => pair.Key, static pair => pair.Value with
        {
            Vraag = In(pair.Value.Vraag),
            VraagVolgend = In(pair.Value.VraagVolgend),
            Hulp = In(pair.Value.Hulp),
            Waarom = In(pair.Value.Waarom),
        }, StringComparer.Ordinal),
        Messages = words.Messages.ToDictionary(static pair => pair.Key, static pair => In(pair.Value), StringComparer.Ordinal),
    };

    public static string In(string text) => Run.Replace(text, static match => $"{Begin}{match.Value}{End}");

    /// <summary>Digits with something between them, or an e-mail address.</summary>
    [GeneratedRegex(@"\+?[0-9]+(?:[-., ][0-9]+)+(?: [A-Z]{2}\b)?|[0-9]{4} [A-Z]{2}\b|[A-Za-z0-9.]+@[A-Za-z0-9.]+[A-Za-z0-9]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Run { get; }
}
