using System.Text;

namespace KlachtHulp.Bot.Content;

/// <summary>Members of enums as they are written in seeds: <c>MisschienVoorbij</c> is <c>misschien_voorbij</c>.</summary>
internal static class SnakeCase
{
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Of(candidate.ToString()) == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static IEnumerable<string> Names<T>()
        where T : struct, Enum
        => Enum.GetNames<T>().Select(Of);

    public static string Of(string pascalCase)
    {
        var text = new StringBuilder(pascalCase.Length + 4);
        foreach (var letter in pascalCase)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
