using System.Collections.Frozen;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Sends metrics and traces by OTLP over HTTP, when <c>KlachtHulp:Metingen:Otlp</c> names a collector.</summary>
/// <remarks>A trace holds method, route and status: no path, no query, no address, nothing a resident wrote.</remarks>
public sealed class Telemetrie(BeheerSettings settings) : IHostedService, IDisposable
{
    private const string Requests = "http.server.request.duration";

    private MeterProvider? _meters;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Otlp is { } collector)
        {
            _meters = Sdk.CreateMeterProviderBuilder().ConfigureResource(Name)
                .AddMeter(Metingen.MeterName, "Microsoft.AspNetCore.Hosting")
                .AddView(static instrument => instrument.Name == Requests || instrument.Meter.Name == Metingen.MeterName
                    ? new MetricStreamConfiguration { TagKeys = MetingenTekst.Labels }
                    : MetricStreamConfiguration.Drop)
                .AddOtlpExporter(exporter => Send(exporter, new Uri(collector, "v1/metrics"))).Build();
            _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Name).AddSource("Microsoft.AspNetCore")
                .AddProcessor(new Plain())
                .AddOtlpExporter(exporter => Send(exporter, new Uri(collector, "v1/traces"))).Build();
        }

        return Task.CompletedTask;
    }

    /// <summary>Puts the names on the trace of a request that may be known: method, route and status.</summary>
    public static async Task NameAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            activity.DisplayName = $"{http.Request.Method} {route}".TrimEnd();
            activity.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What was not sent yet is sent.</summary>
    public void Dispose()
    {
        _meters?.Dispose();
        _traces?.Dispose();
        (_meters, _traces) = (null, null);
    }

    private static void Name(ResourceBuilder resource) => resource.AddService("klachthulp");

    private static void Send(OtlpExporterOptions exporter, Uri address) => (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, address);

    /// <summary>Leaves of a trace only what is on the list.</summary>
    private sealed class Plain : BaseProcessor<Activity>
    {
        private static readonly FrozenSet<string> Kept = FrozenSet.Create(
            StringComparer.Ordinal, "http.request.method", "http.route", "http.response.status_code", "error.type", "network.protocol.version");

        public override void OnEnd(Activity data)
        {
            foreach (var (name, _) in data.TagObjects.ToArray())
            {
                if (!Kept.Contains(name))
                {
                    data.SetTag(name, null);
                }
            }

            if (data.GetTagItem("http.route") is null)
            {
                data.DisplayName = "onbekend";
            }

            // An event cannot be changed, and an exception in it may hold words.
            if (data.Events.Any())
            {
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }
        }
    }
}
