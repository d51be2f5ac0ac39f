using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KlachtHulp.Tests.Channels;

/// <summary>A channel that begins to sign with a new key, and the built service as it is started by an operator.</summary>
public sealed class KeyRolloverTests
{
    private const string Typing = $$"""
        {"type":"typing","id":"a1","channelId":"msteams","serviceUrl":"{{ChannelKeys.ServiceUrl}}","from":{"id":"29:x"},"recipient":{"id":"28:y"},"conversation":{"id":"a:1"} }
        """;

    [Fact]
    public async Task The_first_message_under_a_new_key_is_taken()
    {
        using var first = RSA.Create(2048);
        using var second = RSA.Create(2048);
        var published = new JsonArray(ChannelKeys.Jwk(first, "eerste", "msteams"));
        await using var channel = await PublishAsync(() => published);
        await using var bot = await BotProcess.StartAsync(new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["KlachtHulp:Bot:AppId"] = ChannelKeys.AppId,
            ["KlachtHulp:Bot:AppGeheim"] = "geheim",
            ["KlachtHulp:Bot:Metadata"] = Address(channel) + "/openid",
        });
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, first, "eerste"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, first, "eerste"));

        published = [ChannelKeys.Jwk(first, "eerste", "msteams"), ChannelKeys.Jwk(second, "tweede", "msteams")];

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, second, "tweede"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, first, "eerste"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, first, "tweede"));
    }

    private static async Task<HttpStatusCode> PostAsync(BotProcess bot, RSA key, string kid)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Address + "/api/messages") { Content = new StringContent(Typing, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ChannelKeys.Sign(key, ChannelKeys.Claims(), kid));
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<WebApplication> PublishAsync(Func<JsonArray> keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = builder.Build();
        channel.Run(http => http.Response.WriteAsync(http.Request.Path == "/keys"
            ? new JsonObject { ["keys"] = keys().DeepClone() }.ToJsonString()
            : new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = Address(channel) + "/keys" }.ToJsonString()));
        await channel.StartAsync();
        return channel;
    }

    private static string Address(WebApplication channel) => channel.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
}
