using KlachtHulp.Bot.Channels.Api;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>The ways in which a Direct Line call fails. Status and code are the contract, the message is for developers.</summary>
public sealed record DirectLineError(int Status, string Code, string Message)
{
    /// <summary>Code of everything that is readable but cannot be right.</summary>
    public const string BadArgument = "BadArgument";

    public static DirectLineError Unauthorized { get; } = new(401, "Unauthorized", "An Authorization header of the form 'Bearer <token>' is needed.");

    public static DirectLineError Forbidden { get; } = new(403, "Forbidden", "This token does not open this.");

    public static DirectLineError OtherGemeente { get; } = new(403, "Forbidden", "This site begins no conversations with that gemeente.");

    public static DirectLineError TokenExpired { get; } = new(403, "TokenExpired", "The token has expired.");

    public static DirectLineError NotFound { get; } = new(404, "NotFound", "There is no such conversation.");

    public static DirectLineError Conflict { get; } = new(409, "Conflict", "The conversation was changed by others; send the message again.");

    public static DirectLineError TooBig { get; } = new(413, "MessageSizeTooBig", "The message is too big.");

    public static DirectLineError WrongType { get; } = new(415, "UnsupportedMediaType", "The body must be application/json.");

    public static DirectLineError TooMany { get; } = new(429, "TooManyRequests", "Too many conversations from this address; try again later.");

    public static DirectLineError Busy { get; } = new(503, "ServiceUnavailable", "Too many conversations begin at this moment; try again later.");

    public static DirectLineError Syntax { get; } = new(400, "BadSyntax", "The body is not a JSON object of the expected form.");

    public static DirectLineError Full { get; } = new(400, "ConversationFull", "The conversation has had too many turns.");

    public static DirectLineError NotWebSocket { get; } = new(400, BadArgument, "The stream is a WebSocket.");

    public static DirectLineError Watermark { get; } = new(400, BadArgument, "The watermark is not one of ours.");

    public static DirectLineError Broken { get; } = new(503, "ServiceUnavailable", "The service cannot do this now; try again.");

    public static DirectLineError Argument(string message) => new(400, BadArgument, message);

    public static DirectLineError Missing(string member) => new(400, "MissingProperty", $"'{member}' is missing.");

    public static DirectLineError NoRoute { get; } = new(404, "NotFound", "There is nothing at this address.");

    public static DirectLineError NoMethod { get; } = new(405, "MethodNotAllowed", "This cannot be done here.");

    /// <summary>The same as problem details, for the API of our own.</summary>
    public IResult Problem() => Results.Json(new Problem("about:blank", Message, Status, Code), BotJson.Wire.Problem, "application/problem+json", Status);

    public IResult Result() => Results.Json(new ErrorResponse(new ErrorDetail(Code, Message)), BotJson.Wire.ErrorResponse, statusCode: Status);
}
