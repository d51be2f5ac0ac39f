using System.Text.Json.Nodes;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Privacy;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KlachtHulp.Tests.Privacy;

public sealed class VerwerkingsregisterTests
{
    [Fact]
    public async Task Every_column_of_the_database_is_in_the_register()
    {
        using var scratch = new Scratch();
        await using (await KlachtHulp.Bot.Storage.StorageSetup.OpenAsync(new("sqlite", scratch.File("test.db"), null, null), new(), TimeProvider.System, default))
        {
        }

        var real = new List<string>();
        await using (var connection = new SqliteConnection($"Data Source={scratch.File("test.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                real.Add(reader.GetString(0));
            }
        }

        var described = Verwerkingsregister.Columns.SelectMany(static table => table.Value.Select(column => $"{table.Key}.{column}")).ToHashSet();
        Assert.True(real.Count > 25, $"{real.Count} columns");
        Assert.Subset(described, real.ToHashSet());
        Assert.Contains("attempt.key", described);
    }

    [Fact]
    public void The_register_says_what_everything_is_and_why_it_is_asked()
    {
        var register = JsonNode.Parse(Verwerkingsregister.Write(RealTree.Klachthulp, GesprekSetup.SeedFolder))!;

        Assert.Equal(RealTree.Tree.Questions.Count, register["gevraagd"]!.AsArray().Count);
        Assert.All(register["gevraagd"]!.AsArray(), static row => Assert.NotEqual("", row!["gegeven"]!.ToString()));
        Assert.Contains("artikel 6", register["verwerking"]!["grondslag"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("versleuteld", register["opgeslagen"]!["conversation"]!["body"]!.ToString(), StringComparison.Ordinal);
    }
}
