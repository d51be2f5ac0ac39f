using System.Security.Cryptography;
using System.Text;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>The reference on the form: the same for the same conversation, and no way back to its id.</summary>
public static class Kenmerk
{
    /// <summary>Letters and digits that cannot be mistaken for each other.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <returns>KH- and twelve characters, about 58 bits.</returns>
    public static string Van(string conversation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("kenmerk|" + conversation));
        var text = string.Concat(hash.Take(12).Select(static value => Alphabet[value % Alphabet.Length]));
        return $"KH-{text[..4]}-{text[4..8]}-{text[8..]}";
    }
}
