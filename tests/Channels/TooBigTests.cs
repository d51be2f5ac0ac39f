using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Tests.Browser;

namespace KlachtHulp.Tests.Channels;

/// <summary>What is too big, over a real connection: who is still sending must see the answer and not a connection that was cut.</summary>
public sealed class TooBigTests
{
    [Theory]
    [InlineData("/v3/directline/conversations/{id}/activities", 1024 * 1024, false)]
    [InlineData("/v3/directline/conversations/{id}/activities", 1024 * 1024, true)]
    [InlineData("/v3/directline/conversations/{id}/upload?userId=dl_a", 11 * 1024 * 1024, false)]
    [InlineData("/v3/directline/conversations/{id}/upload?userId=dl_a", 11 * 1024 * 1024, true)]
    public async Task Who_sends_too_much_bit_by_bit_reads_that_it_is_too_big(string path, int size, bool chunked)
    {
        using var bot = new KestrelBot(new DateOnly(2026, 3, 2));
        using var http = new HttpClient { BaseAddress = new Uri(bot.Address) };
        using var begun = await http.PostAsync("/api/v1/gesprekken", new StringContent("{}", Encoding.UTF8, "application/json"));
        var conversation = JsonNode.Parse(await begun.Content.ReadAsStringAsync())!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", conversation["token"]!.GetValue<string>());
        using var body = new Bits(size, chunked);

        using var response = await http.PostAsync(path.Replace("{id}", conversation["conversationId"]!.GetValue<string>(), StringComparison.Ordinal), body);

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (response.StatusCode, error["code"]!.GetValue<string>()));
        Assert.Equal(size, body.Sent);
    }

    /// <summary>A body that lets others go first after each bit of it.</summary>
    private sealed class Bits : HttpContent
    {
        private readonly int _size;
        private readonly bool _chunked;

        public Bits(int size, bool chunked)
        {
            (_size, _chunked) = (size, chunked);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        public int Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var bit = new byte[32 * 1024];
            while (Sent < _size)
            {
                await stream.WriteAsync(bit);
                await stream.FlushAsync();
                Sent += bit.Length;
                await Task.Yield();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _size;
            return !_chunked;
        }
    }
}
