using System.Globalization;

namespace KlachtHulp.Bot.Privacy;

/// <summary>Tells who finds a leak where to report it: <c>/.well-known/security.txt</c>.</summary>
/// <remarks>Source: RFC 9116. Without a contact in the settings there is no such page: an address nobody reads is worse than none.</remarks>
internal static class SecurityTxt
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(180);

    /// <exception cref="InvalidOperationException">The contact is no mailto or https address.</exception>
    public static void MapSecurityTxt(this WebApplication app)
    {
        var contact = app.Configuration["KlachtHulp:Beveiliging:Contact"];
        if (string.IsNullOrEmpty(contact))
        {
            return;
        }

        if (!Uri.TryCreate(contact, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto))
        {
            throw new InvalidOperationException("KlachtHulp:Beveiliging:Contact must begin with mailto: or https:.");
        }

        app.MapGet("/.well-known/security.txt", (TimeProvider clock) => Results.Text(Text(address.AbsoluteUri, clock.GetUtcNow()), "text/plain; charset=utf-8"));
    }

    private static string Text(string contact, DateTimeOffset now)
    {
        var expires = (now + Valid).UtcDateTime.ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
        return $"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: nl, en\n";
    }
}
