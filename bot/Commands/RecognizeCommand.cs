using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Bot.Commands;

/// <summary><c>-- recognize</c>: reads requests as JSON lines on standard input and answers each with what the recognisers find. For measuring;
/// nothing is kept.</summary>
public static class RecognizeCommand
{
    /// <summary>Runs on standard input and output until the input ends.</summary>
    public static int Run(string seeds)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new StreamWriter(Console.OpenStandardOutput());
        return Run(seeds, input, output);
    }

    /// <summary>Runs until the input ends.</summary>
    /// <param name="seeds">The folder seeds.</param>
    /// <returns>The exit code: 0.</returns>
    public static int Run(string seeds, TextReader input, TextWriter output)
    {
        var lexicon = LexiconReader.Read(seeds);
        while (input.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                output.WriteLine(Answer(line, lexicon));
            }
        }

        output.Flush();
        return 0;
    }

    private static string Answer(string line, Lexicon lexicon)
    {
        var answer = new JsonObject { ["entities"] = new JsonArray(), ["labels"] = new JsonArray() };
        try
        {
            using var request = JsonDocument.Parse(line);
            var root = request.RootElement;
            answer["id"] = Text(root, "id");
            Entities.Add(answer, Text(root, "kind") ?? "", Text(root, "component"), Text(root, "text") ?? "", Day(Text(root, "reference")), lexicon);
        }
        catch (JsonException error)
        {
            answer["error"] = error.Message;
        }

        return answer.ToJsonString();
    }

    private static string? Text(JsonElement request, string name)
        => request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTime Day(string? reference)
        => DateTime.TryParse(reference, System.Globalization.CultureInfo.InvariantCulture, out var moment) ? moment : new DateTime(2000, 1, 1);
}
