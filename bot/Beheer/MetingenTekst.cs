using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Listens to our own counters and to the durations of requests, and writes them in the text format of Prometheus.</summary>
/// <remarks>Source: Prometheus exposition format 0.0.4. Labels are taken from a short list and their number is bounded, so that nothing of a request can get in.</remarks>
public sealed class MetingenTekst : IDisposable
{
    private const int MostSeries = 2000;
    private const string RequestDuration = "http.server.request.duration";

    internal static readonly string[] Labels = ["kanaal", "vraag", "uitkomst", "resultaat", "http.route", "http.response.status_code"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Series, double> _sums = new();
    private readonly ConcurrentDictionary<Series, Histogram> _histograms = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, object? First, object? Second), Series> _known = new();
    private readonly IMeterFactory _factory;

    /// <param name="factory">Only meters made by it are heard, so that two services in one process keep apart.</param>
    public MetingenTekst(IMeterFactory factory)
    {
        _factory = factory;
        _listener.InstrumentPublished = Enable;
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Observe(instrument, value, tags));
        _listener.Start();
    }

    public void Write(StringBuilder text)
    {
        foreach (var group in _sums.GroupBy(static pair => pair.Key.Name).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key}_total counter\n");
            foreach (var (series, sum) in group.OrderBy(static pair => pair.Key.Labels, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"{group.Key}_total{Braced(series.Labels)} {sum}\n");
            }
        }

        foreach (var group in _histograms.GroupBy(static pair => pair.Key.Name).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key} histogram\n");
            foreach (var (series, histogram) in group.OrderBy(static pair => pair.Key.Labels, StringComparer.Ordinal))
            {
                histogram.Write(text, series);
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Enable(Instrument instrument, MeterListener listener)
    {
        var wanted = instrument.Meter.Name == Metingen.MeterName || instrument.Name == RequestDuration;
        if (wanted && ReferenceEquals(instrument.Meter.Scope, _factory))
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = SeriesOf(instrument, tags);
        if (_sums.ContainsKey(series) || _sums.Count < MostSeries)
        {
            _sums.AddOrUpdate(series, static (_, more) => more, static (_, sum, more) => sum + more, (double)value);
        }
    }

    private void Observe(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = SeriesOf(instrument, tags);
        if (_histograms.ContainsKey(series) || _histograms.Count < MostSeries)
        {
            _histograms.GetOrAdd(series, static _ => new Histogram()).Add(value);
        }
    }

    /// <summary>The same measurement comes again and again, so its text is made once. Ours have two labels at most.</summary>
    private Series SeriesOf(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (first, second) = ((object?)null, (object?)null);
        foreach (var (name, value) in tags)
        {
            if (Labels.Contains(name, StringComparer.Ordinal))
            {
                if (second is not null)
                {
                    return Series.Of(instrument, tags);
                }

                (first, second) = first is null ? (value ?? "", null) : (first, value ?? "");
            }
        }

        if (_known.TryGetValue((instrument, first, second), out var series))
        {
            return series;
        }

        series = Series.Of(instrument, tags);
        if (_known.Count < MostSeries)
        {
            _known.TryAdd((instrument, first, second), series);
        }

        return series;
    }

    private static string Braced(string labels) => labels.Length > 0 ? $"{{{labels}}}" : "";

    /// <summary>One line of the text.</summary>
    /// <param name="Labels">As written between the braces.</param>
    private sealed record Series(string Name, string Labels)
    {
        public static Series Of(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var labels = new StringBuilder();
            foreach (var (name, value) in tags)
            {
                if (MetingenTekst.Labels.Contains(name, StringComparer.Ordinal))
                {
                    labels.Append(labels.Length > 0 ? "," : "").Append(Plain(name)).Append("=\"").Append(Quoted(value)).Append('"');
                }
            }

            return new(Plain(instrument.Name), labels.ToString());
        }

        private static string Plain(string name) => name.Replace('.', '_');

        private static string Quoted(object? value) => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            .Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
    }

    /// <summary>Durations in seconds.</summary>
    private sealed class Histogram
    {
        private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

        private readonly Lock _lock = new();
        private readonly long[] _counts = new long[Bounds.Length];
        private long _count;
        private double _sum;

        public void Add(double value)
        {
            lock (_lock)
            {
                (_count, _sum) = (_count + 1, _sum + value);
                for (var index = Bounds.Length - 1; index >= 0 && value <= Bounds[index]; index--)
                {
                    _counts[index]++;
                }
            }
        }

        public void Write(StringBuilder text, Series series)
        {
            var before = series.Labels.Length > 0 ? series.Labels + "," : "";
            lock (_lock)
            {
                foreach (var (bound, count) in Bounds.Zip(_counts))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{series.Name}_bucket{{{before}le=\"{bound}\"}} {count}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{series.Name}_bucket{{{before}le=\"+Inf\"}} {_count}\n");
                text.Append(CultureInfo.InvariantCulture, $"{series.Name}_sum{Braced(series.Labels)} {_sum}\n{series.Name}_count{Braced(series.Labels)} {_count}\n");
            }
        }
    }
}
