namespace KlachtHulp.Bot.Storage;

/// <summary>The numbered .sql files of an engine, built into the program. Script n brings schema n - 1 to schema n.</summary>
/// <remarks>A script that was released never changes.</remarks>
internal static class MigrationScripts
{
    /// <param name="engine">Name of the folder in bot/Storage.</param>
    public static IReadOnlyList<string> Of(string engine)
    {
        var assembly = typeof(MigrationScripts).Assembly;
        var marker = $".Storage.{engine}.Migrations.";
        var names = assembly.GetManifestResourceNames().Where(name => name.Contains(marker, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No resource {name}.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        })];
    }
}
