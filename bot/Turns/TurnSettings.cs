namespace KlachtHulp.Bot.Turns;

/// <summary>How much one conversation may ask of the service.</summary>
/// <param name="MaxTurns">After so many turns the conversation only says that it is full.</param>
/// <param name="MaxCharacters">Longest text of one message, in UTF-16 units.</param>
public sealed record TurnSettings(int MaxTurns, int MaxCharacters)
{
    /// <summary>How often a full conversation still answers that it is full.</summary>
    public const int LastAnswers = 20;

    public static TurnSettings From(IConfiguration configuration)
        => new(configuration.GetValue("KlachtHulp:Limieten:BeurtenPerGesprek", 300), configuration.GetValue("KlachtHulp:Limieten:TekensPerBeurt", 8000));
}
