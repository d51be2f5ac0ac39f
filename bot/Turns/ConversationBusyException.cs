namespace KlachtHulp.Bot.Turns;

/// <summary>A conversation was changed by another writer on every attempt. Carries no id: exceptions end up in logs.</summary>
public sealed class ConversationBusyException() : Exception("The conversation was changed by another writer on every attempt.");
