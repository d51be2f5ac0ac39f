using System.Globalization;
using KlachtHulp.Bot.Storage.Sealing;

namespace KlachtHulp.Bot.Storage;

/// <summary>The section <c>KlachtHulp:Opslag</c>.</summary>
/// <param name="Soort">sqlite, postgres or geheugen.</param>
/// <param name="Pad">The SQLite file; relative to the working directory.</param>
/// <param name="Verbinding">Connection string for PostgreSQL.</param>
/// <param name="SleutelBestand">File with master keys; null for the one next to the SQLite file, which is made when there is no database yet.</param>
/// <param name="Wislijst">Folder for the numbers of what was erased, outside the database and its backups; null for beside SQLite, and nowhere with PostgreSQL.</param>
internal sealed record StorageSettings(string Soort, string Pad, string? Verbinding, string? SleutelBestand, string? Wislijst = null)
{
    /// <exception cref="StorageSetupException">An engine that does not exist.</exception>
    public static StorageSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("KlachtHulp:Opslag");
        var soort = section["Soort"] ?? "sqlite";
        return soort is "sqlite" or "postgres" or "geheugen"
            ? new(soort, section["Pad"] ?? "data/klachthulp.db", section["Verbinding"], section["SleutelBestand"], section["Wislijst"] is { Length: > 0 } folder ? folder : null)
            : throw new StorageSetupException($"KlachtHulp:Opslag:Soort is '{soort}'; it must be sqlite, postgres or geheugen.");
    }

    /// <summary>Whether what is stored outlives the process.</summary>
    public bool IsKept => Soort != "geheugen";

    /// <exception cref="StorageSetupException">No keys can be had; with a database present none are ever made up.</exception>
    public MasterKeys ReadKeys(TimeProvider clock)
    {
        if (SleutelBestand is not null)
        {
            return MasterKeyFile.Read(SleutelBestand);
        }

        if (Soort != "sqlite")
        {
            throw new StorageSetupException("PostgreSQL needs KlachtHulp:Opslag:SleutelBestand: all instances must have the same master keys.");
        }

        var path = Path.ChangeExtension(Pad, ".sleutels.json");
        if (!File.Exists(path) && new FileInfo(Pad) is not { Exists: true, Length: > 0 })
        {
            MasterKeyFile.Create(path, clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return MasterKeyFile.Read(path);
    }
}
