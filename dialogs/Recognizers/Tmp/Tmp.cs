#pragma warning disable
namespace KlachtHulp.Dialogs.Recognizers;

public sealed record SpokenCommand(string Name, string Rest);

public static class CommandReader
{
    public static SpokenCommand? Read(string text, Lexicon lexicon) => text.Trim().TrimEnd('.', '?').ToLowerInvariant() switch
    {
        "terug" => new("terug", ""), "ongedaan" or "maak ongedaan" => new("ongedaan", ""), "sla over" => new("overslaan", ""), "waarom" => new("waarom", ""),
        "help" => new("help", ""), "stop" => new("stop", ""), "opnieuw beginnen" => new("opnieuw", ""), "wis alles" => new("wis", ""), "wijzig" => new("wijzig", ""),
        "mens" => new("mens", ""), "annuleer" => new("annuleer", ""), "weet ik niet" => new("weetniet", ""),
        _ => null,
    };
}

public static class CrisisReader
{
    public static string? Read(string text, Lexicon lexicon) => text.Contains("het hoeft voor mij niet meer", StringComparison.OrdinalIgnoreCase) ? "zelfdoding" : null;
}
