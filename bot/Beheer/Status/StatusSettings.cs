namespace KlachtHulp.Bot.Beheer.Status;

/// <summary>The section <c>KlachtHulp:Beheer</c>: who may see the page of the klachtencoördinator.</summary>
/// <param name="Autoriteit">Issuer of the gemeente's own OpenID Connect, without a slash at the end; null when there is no page.</param>
/// <param name="RolClaim">Claim in the id token that holds the roles.</param>
/// <param name="Rol">The role that opens the page.</param>
public sealed record StatusSettings(Uri? Autoriteit, string ClientId, string Geheim, string RolClaim, string Rol)
{
    /// <exception cref="InvalidOperationException">The authority is unsafe, or the client is missing.</exception>
    public static StatusSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("KlachtHulp:Beheer");
        var (text, client, secret) = (section["Autoriteit"], section["ClientId"] ?? "", section["Geheim"] ?? "");
        if (string.IsNullOrEmpty(text))
        {
            return new(null, "", "", "", "");
        }

        var safe = Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var authority)
            && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback));
        return safe && client.Length > 0 && secret.Length > 0
            ? new(authority, client, secret, section["RolClaim"] ?? "roles", section["Rol"] ?? "klachtencoordinator")
            : throw new InvalidOperationException("KlachtHulp:Beheer needs an https Autoriteit, a ClientId and a Geheim.");
    }
}
