using System.Globalization;

namespace KlachtHulp.Bot.Delivery.Afleveren.Email;

/// <summary>One answer of a mail server.</summary>
/// <param name="Lines">Texts of all its lines; the first is the greeting, the others are extensions in an answer to EHLO.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool Offers(string extension) => Lines.Skip(1).Any(line => line.Split(' ')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));

    public bool OffersLogin(string mechanism)
        => Lines.Any(line => line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase) && line.Split(' ').Contains(mechanism, StringComparer.OrdinalIgnoreCase));

    /// <summary>4xx passes by itself, 5xx does not.</summary>
    /// <remarks>Source: RFC 5321, 4.2.1.</remarks>
    public AfleveringMislukt Refusal()
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"mail server {Code}");
        return new(Code is >= 500 and < 600 ? new Afleverresultaat.Geweigerd(reason) : new Afleverresultaat.Later(reason));
    }
}
