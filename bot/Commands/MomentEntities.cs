using System.Globalization;
using System.Text.Json.Nodes;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Bot.Commands;

/// <summary>Moments in the shapes of the language contract.</summary>
internal static class MomentEntities
{
    public static void Add(JsonArray entities, string text, string? component, DateTime reference, Lexicon lexicon)
    {
        foreach (var moment in MomentReader.Read(text, DateOnly.FromDateTime(reference), TimeOnly.FromDateTime(reference), lexicon, Only(component), component == "Holiday"))
        {
            entities.Add(new JsonObject
            {
                ["start"] = moment.Position,
                ["end"] = moment.Position + moment.Text.Length,
                ["text"] = moment.Text,
                ["type"] = moment.Type.ToString().ToLowerInvariant(),
                ["value"] = Value(moment),
            });
        }
    }

    private static MomentType? Only(string? component) => component switch
    {
        "Date" or "Holiday" => MomentType.Date,
        "DatePeriod" => MomentType.DateRange,
        "Time" => MomentType.Time,
        "TimePeriod" => MomentType.TimeRange,
        "DateTime" => MomentType.DateTime,
        "DateTimePeriod" => MomentType.DateTimeRange,
        "Duration" => MomentType.Duration,
        _ => null,
    };

    private static JsonObject Value(Moment moment)
    {
        var value = moment.Type switch
        {
            MomentType.Date => new JsonObject { ["start"] = Day(moment.Start), ["end"] = Day(moment.End), ["precision"] = "day" },
            MomentType.DateRange => new() { ["start"] = Day(moment.Start), ["end"] = Day(moment.End), ["precision"] = moment.Precision.ToString().ToLowerInvariant() },
            MomentType.Time => new() { ["time"] = Time(moment.From) },
            MomentType.TimeRange => new() { ["start"] = Time(moment.From), ["end"] = Time(moment.Until) },
            MomentType.DateTime => new() { ["at"] = At(moment.Start, moment.From) },
            MomentType.DateTimeRange => new() { ["start"] = At(moment.Start, moment.From), ["end"] = At(moment.UntilDay ?? moment.Start, moment.Until) },
            MomentType.Duration => new() { ["seconds"] = moment.Seconds },
            _ => new JsonObject { ["timex"] = moment.Every },
        };
        if (moment.Modifier.Length > 0)
        {
            value["mod"] = moment.Modifier;
        }

        return value;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string? At(DateOnly? day, TimeOnly? time) => day is null || time is null ? null : $"{Day(day)}T{Time(time)}";
}
