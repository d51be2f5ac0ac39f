using System.Text.Json.Nodes;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Bot.Commands;

/// <summary>Writes what each recogniser finds in the shapes of the language contract.</summary>
internal static class Entities
{
    public static void Add(JsonObject answer, string kind, string? component, string text, DateTime reference, Lexicon lexicon)
    {
        var entities = (JsonArray)answer["entities"]!; // made just before by the caller
        switch (kind)
        {
            case "when":
                When(answer, entities, text, DateOnly.FromDateTime(reference), lexicon);
                break;
            case "datetime" or "component":
                MomentEntities.Add(entities, text, component, reference, lexicon);
                break;
            case "complaint":
                Complaint(answer, text, lexicon);
                break;
            case "boolean" or "currency" or "number" or "ordinal":
                Values(entities, kind, text, lexicon);
                break;
            default:
                Details(answer, entities, kind, text, lexicon);
                break;
        }
    }

    private static void Values(JsonArray entities, string kind, string text, Lexicon lexicon)
    {
        if (kind == "boolean" && YesNoReader.Read(text, lexicon) != YesNo.Unknown && YesNoReader.Find(text, lexicon) is { } found)
        {
            entities.Add(Entity(found.Position, found.Text, kind, new() { ["value"] = YesNoReader.Read(found.Text, lexicon) == YesNo.Yes }));
        }

        if (kind == "currency")
        {
            foreach (var amount in CurrencyReader.Read(text, lexicon))
            {
                var value = new JsonObject { ["value"] = amount.Value, ["unit"] = amount.Unit };
                if (amount.Iso.Length > 0)
                {
                    value["iso"] = amount.Iso;
                }

                entities.Add(Entity(amount.Position, amount.Text, kind, value));
            }
        }

        if (kind == "number")
        {
            foreach (var number in NumberReader.Read(text, lexicon))
            {
                entities.Add(Entity(number.Position, number.Text, kind, new() { ["value"] = number.Value }));
            }
        }

        Ordinals(entities, kind == "ordinal" ? OrdinalReader.Read(text, lexicon) : []);
    }

    private static void Details(JsonObject answer, JsonArray entities, string kind, string text, Lexicon lexicon)
    {
        var found = kind switch
        {
            "postcode" => PostcodeReader.Read(text, lexicon),
            "phone" => PhoneReader.Read(text),
            "email" => EmailReader.Read(text),
            "iban" => IbanReader.Read(text),
            "bsn" => BsnGuard.Find(text, lexicon),
            _ => null,
        };
        if (found is null)
        {
            answer["error"] = $"unknown kind '{kind}'";
        }

        Plain(entities, kind, found ?? []);
    }

    private static void When(JsonObject answer, JsonArray entities, string text, DateOnly today, Lexicon lexicon)
    {
        var read = DutchDates.Read(text, today, lexicon);
        foreach (var reading in read.Readings)
        {
            var value = new JsonObject
            {
                ["precision"] = Lower(reading.Precision),
                ["confidence"] = Lower(reading.Confidence),
                ["start"] = Iso(reading.Start),
                ["end"] = Iso(reading.EndExclusive),
            };
            entities.Add(Entity(reading.Position, reading.Text, reading.IsDay ? "date" : "daterange", value));
        }

        if (read.Unknown)
        {
            ((JsonArray)answer["labels"]!).Add((JsonNode)"onbekend"); // the array was made by the caller
        }
    }

    private static void Ordinals(JsonArray entities, IReadOnlyList<OrdinalReading> ordinals)
    {
        foreach (var ordinal in ordinals)
        {
            var value = ordinal.From switch
            {
                "begin" => new JsonObject { ["value"] = ordinal.Value },
                "einde" => new() { ["offset"] = ordinal.Value, ["relativeTo"] = "end" },
                _ => new JsonObject { ["offset"] = ordinal.Value, ["relativeTo"] = "current" },
            };
            entities.Add(Entity(ordinal.Position, ordinal.Text, "ordinal", value));
        }
    }

    private static void Complaint(JsonObject answer, string text, Lexicon lexicon)
    {
        var signals = SignalReader.Read(text, lexicon);
        answer["labels"] = new JsonArray([.. signals.Select(static signal => (JsonNode)signal.Label)]);
        answer["because"] = new JsonArray([.. signals.Select(static signal
            => (JsonNode)$"{signal.Rule}: {string.Join(" + ", signal.Words.Select(static word => word.Text))}")]);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Lower<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();

    private static void Plain(JsonArray entities, string kind, IReadOnlyList<Found> found)
    {
        foreach (var item in found)
        {
            entities.Add(Entity(item.Position, item.Text, kind, new() { ["value"] = item.Value }));
        }
    }

    private static JsonObject Entity(int start, string text, string type, JsonObject value)
        => new() { ["start"] = start, ["end"] = start + text.Length, ["text"] = text, ["type"] = type, ["value"] = value };
}
