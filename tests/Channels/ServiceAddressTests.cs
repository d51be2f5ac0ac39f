using KlachtHulp.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace KlachtHulp.Tests.Channels;

public sealed class ServiceAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:3978")]
    [InlineData("http://127.0.0.1:3978", "--http_ports=8080")]
    [InlineData("http://0.0.0.0:80", "--urls=http://0.0.0.0:80")]
    [InlineData(null, "--Kestrel:Endpoints:Http:Url=http://127.0.0.1:81")]
    public void The_service_listens_on_this_machine_only_unless_an_address_was_chosen(string? expected, params string[] arguments)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = arguments });

        ServiceAddress.UseDefault(builder);

        Assert.Equal(expected, builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey));
    }
}
