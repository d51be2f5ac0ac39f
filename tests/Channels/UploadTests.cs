using System.Net.Http.Headers;
using System.Text;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Channels;

public sealed class UploadTests : IDisposable
{
    private readonly Shelf _shelf = new();
    private readonly BotServer _server;

    public UploadTests() => _server = new BotServer { Register = services => services.AddSingleton<IUploads>(_shelf) };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_file_becomes_a_message_with_an_attachment()
    {
        var resident = await _server.Resident().StartAsync();

        var reply = await UploadAsync(resident, Raw("inhoud"u8.ToArray(), "brief.pdf"));

        var echo = (await resident.HistoryAsync())[2];
        Assert.Equal((200, echo.GetProperty("id").GetString()), (reply.Status, reply.Json.GetProperty("id").GetString()));
        Assert.Equal("""[{"contentType":"application/pdf","contentUrl":"https://h.example/1","name":"brief.pdf"}]""", echo.GetProperty("attachments")
            .GetRawText());
        Assert.Equal("inhoud", Encoding.UTF8.GetString(_shelf.Files[0].Inhoud.Span));
    }

    [Fact]
    public async Task Files_and_words_may_come_in_parts()
    {
        var resident = await _server.Resident().StartAsync();
        using var parts = new MultipartFormDataContent
        {
            { Raw("een"u8.ToArray(), null), "file", "een.pdf" },
            { Raw("twee"u8.ToArray(), null), "file", "twee.pdf" },
            { new StringContent("""{"type":"message","text":"met bijlage","from":{"id":"dl_a"},"channelData":{"clientActivityID":"u1"}}""", Encoding.UTF8,
                "application/vnd.microsoft.activity"), "activity" },
        };

        Assert.Equal(200, (await UploadAsync(resident, parts)).Status);

        var echo = (await resident.HistoryAsync())[2];
        Assert.Equal(("met bijlage", 2), (echo.GetProperty("text").GetString(), echo.GetProperty("attachments").GetArrayLength()));
        Assert.Equal("u1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public async Task Words_without_a_file_are_no_upload_and_nothing_is_said_of_a_file()
    {
        var resident = await _server.Resident().StartAsync();
        using var parts = new MultipartFormDataContent
        {
            { new StringContent("""{"type":"message","text":"zie bijlage","from":{"id":"dl_a"}}""", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity" },
        };

        var reply = await UploadAsync(resident, parts);

        Assert.Equal((400, "MissingProperty"), (reply.Status, reply.Code));
        Assert.Equal(2, (await resident.HistoryAsync()).Count);
    }

    [Theory]
    [InlineData(7, 200)]
    [InlineData(20, 200)]
    [InlineData(21, 400)]
    public async Task No_file_of_a_message_is_passed_over_in_silence(int files, int status)
    {
        var resident = await _server.Resident().StartAsync();
        using var parts = new MultipartFormDataContent();
        for (var number = 1; number <= files; number++)
        {
            parts.Add(Raw([(byte)number], null), "file", $"{number}.pdf");
        }

        Assert.Equal(status, (await UploadAsync(resident, parts)).Status);
        Assert.Equal(status == 200 ? files : 0, _shelf.Files.Count);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\map\\brief.pdf", "brief.pdf")]
    [InlineData("..", "..")]
    [InlineData("", "bestand")]
    public async Task A_name_is_never_a_path(string sent, string kept)
    {
        var resident = await _server.Resident().StartAsync();

        await UploadAsync(resident, Raw("x"u8.ToArray(), sent));

        Assert.Equal(kept, _shelf.Files[0].Naam);
    }

    [Theory]
    [InlineData(UploadRefusal.Kind, "Dit bestand kunnen wij niet bewaren.")]
    [InlineData(UploadRefusal.Full, "Dit bestand past er niet meer bij.")]
    public async Task A_refused_file_is_answered_in_words_and_the_question_is_asked_again(UploadRefusal reason, string words)
    {
        var resident = await _server.Resident().StartAsync();
        _shelf.Refusal = reason;

        var reply = await UploadAsync(resident, Raw("x"u8.ToArray(), "x.html", "text/html"));

        var history = await resident.HistoryAsync();
        Assert.Equal((200, "x.html"), (reply.Status, history[2].GetProperty("text").GetString()));
        Assert.False(history[2].TryGetProperty("attachments", out _));
        Assert.StartsWith(words, history[3].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("wie", history[^1].GetProperty("channelData").GetProperty("klachthulp").GetProperty("vraag").GetString());
    }

    [Fact]
    public async Task A_file_is_no_answer_and_the_question_is_asked_again()
    {
        var resident = await _server.Resident().StartAsync();

        await UploadAsync(resident, Raw("x"u8.ToArray(), "brief.pdf"));

        var history = await resident.HistoryAsync();
        Assert.StartsWith("Uw bestand is bewaard.", history[3].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("wie", history[^1].GetProperty("channelData").GetProperty("klachthulp").GetProperty("vraag").GetString());
    }

    [Fact]
    public async Task A_file_for_a_conversation_that_does_not_exist_is_404()
    {
        var resident = await _server.Resident().StartAsync();
        _shelf.Gone = true;

        Assert.Equal((404, "NotFound"), (await UploadAsync(resident, Raw("x"u8.ToArray(), "brief.pdf")) is var reply ? (reply.Status, reply.Code) : default));
    }

    [Theory]
    [InlineData(0, 400)]
    [InlineData(10 * 1024 * 1024, 200)]
    [InlineData((10 * 1024 * 1024) + 1, 413)]
    public async Task A_file_has_at_least_one_byte_and_at_most_ten_megabytes(int size, int status)
    {
        var resident = await _server.Resident().StartAsync();

        Assert.Equal(status, (await UploadAsync(resident, Raw(new byte[size], "groot.pdf"))).Status);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=nergens")]
    public async Task Parts_that_cannot_be_taken_apart_are_400(string type)
    {
        var resident = await _server.Resident().StartAsync();
        using var content = new ByteArrayContent("geen delen"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal((400, "BadSyntax"), (await UploadAsync(resident, content) is var reply ? (reply.Status, reply.Code) : default));
    }

    private static ByteArrayContent Raw(byte[] bytes, string? name, string type = "application/pdf")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (name is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Disposition",
                $"name=\"file\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
        }

        return content;
    }

    private static async Task<Reply> UploadAsync(DirectLineClient resident, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{resident.ConversationId}/upload?userId=dl_a");
        request.Content = content;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", resident.Token);
        return await resident.SendAsync(request);
    }

    private sealed class Shelf : IUploads
    {
        public List<UploadedFile> Files { get; } = [];

        public UploadRefusal? Refusal { get; set; }

        public bool Gone { get; set; }

        public Task<UploadResult> AcceptAsync(string conversationId, UploadedFile file, CancellationToken cancellationToken)
        {
            if (Gone || Refusal is not null)
            {
                return Task.FromResult<UploadResult>(Refusal is { } reason ? new UploadResult.Refused(file.Naam, reason) : new UploadResult.Unknown());
            }

            Files.Add(file);
            return Task.FromResult<UploadResult>(new UploadResult.Kept(file.Naam, file.Soort, $"https://h.example/{Files.Count}"));
        }
    }
}
