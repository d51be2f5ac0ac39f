using KlachtHulp.Dialogs.Gemeenten;

namespace KlachtHulp.Bot.Teams;

/// <summary>Settings of the helpdesk in Teams, from <c>KlachtHulp:Teams</c>.</summary>
public sealed record TeamsSettings
{
    private const int MostWarningDays = 30;

    /// <summary>CBS code of the gemeente by Entra tenant. Empty: there is no helpdesk, and Teams is a channel for residents.</summary>
    public required IReadOnlyDictionary<string, string> Tenants { get; init; }

    /// <summary>Function of the staff as the form says it; null for the word in the seeds.</summary>
    public string? Rol { get; init; }

    /// <summary>How many days before a last day it is told.</summary>
    public required int WarningDays { get; init; }

    /// <summary>Who offers the app, in the manifest.</summary>
    public string Organisatie { get; init; } = "";

    /// <summary>Pages about the app, https, in the manifest.</summary>
    public string Website { get; init; } = "";

    public string Privacy { get; init; } = "";

    public string Voorwaarden { get; init; } = "";

    /// <exception cref="InvalidOperationException">A tenant has no CBS code, or the days make no sense.</exception>
    public static TeamsSettings From(IConfiguration configuration)
    {
        var own = configuration.GetSection("KlachtHulp:Teams");
        var website = own["Website"] ?? "";
        return new TeamsSettings
        {
            Tenants = own.GetSection("Tenants").GetChildren().ToDictionary(static tenant => tenant.Key, Code, StringComparer.OrdinalIgnoreCase),
            Rol = own["Rol"] is { Length: > 0 } rol ? rol : null,
            WarningDays = own.GetValue("WaarschuwDagen", 7) is var days and >= 1 and <= MostWarningDays
                ? days
                : throw new InvalidOperationException($"KlachtHulp:Teams:WaarschuwDagen must be from 1 to {MostWarningDays}."),
            Organisatie = own["Organisatie"] ?? "",
            Website = website,
            Privacy = own["Privacy"] ?? website,
            Voorwaarden = own["Voorwaarden"] ?? website,
        };
    }

    private static string Code(IConfigurationSection tenant) => Gemeentecode.TryParse(tenant.Value ?? "", out _)
        ? tenant.Value!
        : throw new InvalidOperationException($"{tenant.Path} must be a CBS code of four digits.");
}
