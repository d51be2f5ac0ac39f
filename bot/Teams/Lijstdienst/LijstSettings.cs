using KlachtHulp.Dialogs.Gemeenten;

namespace KlachtHulp.Bot.Teams.Lijstdienst;

/// <summary>How staff of one gemeente are known: a token of the gemeente's own OpenID Connect.</summary>
/// <param name="Gemeente">CBS code.</param>
/// <param name="Autoriteit">Issuer, without a slash at the end.</param>
/// <param name="Publiek">The audience a token must be meant for.</param>
public sealed record LijstToegang(string Gemeente, string Autoriteit, string Publiek);

/// <summary>Settings of the lists for staff under /api/v1/balie, from <c>KlachtHulp:Balie</c>.</summary>
/// <param name="Toegangen">One for each gemeente; empty: there are no such lists.</param>
/// <param name="RolClaim">Claim that holds the roles.</param>
/// <param name="Rollen">Any of these opens the lists.</param>
public sealed record LijstSettings(IReadOnlyList<LijstToegang> Toegangen, string RolClaim, IReadOnlyList<string> Rollen)
{
    private const string Klachtencoordinator = "klachtencoordinator";

    /// <exception cref="InvalidOperationException">A gemeente has no CBS code, no safe issuer or no audience, or two of them share both.</exception>
    public static LijstSettings From(IConfiguration configuration)
    {
        var own = configuration.GetSection("KlachtHulp:Balie");
        var toegangen = own.GetSection("Toegang").GetChildren().Select(Read).ToList();
        if (toegangen.DistinctBy(static toegang => (toegang.Autoriteit, toegang.Publiek)).Count() < toegangen.Count)
        {
            throw new InvalidOperationException("Two gemeenten under KlachtHulp:Balie:Toegang have the same Autoriteit and Publiek: a token would open both.");
        }

        var rollen = own["Rollen"] is { Length: > 0 } named ? named : $"balie {Klachtencoordinator}";
        return new(toegangen, own["RolClaim"] is { Length: > 0 } claim ? claim : "roles", rollen.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static LijstToegang Read(IConfigurationSection section)
    {
        var (authority, audience) = ((section["Autoriteit"] ?? "").TrimEnd('/'), section["Publiek"] ?? "");
        var safe = Uri.TryCreate(authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        return Gemeentecode.TryParse(section.Key, out _) && safe && audience.Length > 0
            ? new(section.Key, authority, audience)
            : throw new InvalidOperationException($"{section.Path} needs a CBS code as its name, an https Autoriteit and a Publiek.");
    }
}
