namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Where the replies of one turn go; kept with the turn, so that they survive the process. What they say is in the transcript.</summary>
/// <param name="Service">The serviceUrl that was verified when the message came in.</param>
/// <param name="First">Sequence of the first reply.</param>
public sealed record ReplyTicket(Uri Service, string Conversation, string? ReplyTo, long First, int Count);
