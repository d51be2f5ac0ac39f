using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Keeps the counts of <see cref="Metingen"/> by day, over restarts and for all instances together. A count says nothing about anybody.</summary>
public sealed class Tellingen : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(DateOnly Day, string Name, string Label), long> _counts = new();
    private readonly ISharedWork _shared;
    private readonly TimeProvider _clock;
    private readonly ILogger<Tellingen> _logger;

    public Tellingen(ISharedWork shared, IMeterFactory factory, TimeProvider clock, ILogger<Tellingen> logger)
    {
        (_shared, _clock, _logger) = (shared, clock, logger);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Metingen.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, tags.Length > 0 ? $"{tags[0].Value}" : "", value));
        _listener.Start();
    }

    /// <summary>Writes what was counted since the last time.</summary>
    internal async Task FlushAsync(CancellationToken cancellationToken)
    {
        var taken = new List<Tally>();
        foreach (var key in _counts.Keys)
        {
            if (_counts.TryRemove(key, out var count))
            {
                taken.Add(new(key.Day, key.Name, key.Label, count));
            }
        }

        try
        {
            await _shared.AddTalliesAsync(taken, cancellationToken);
        }
        catch
        {
            taken.ForEach(tally => Count(tally.Day, tally.Name, tally.Label, tally.Count));
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryFlushAsync(stoppingToken);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A store that fails now may work in a minute; nothing that was counted is lost meanwhile.")]
    private async Task TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (Exception problem)
        {
            Log.CountsNotKept(_logger, problem.GetType().Name);
        }
    }

    private void Add(string instrument, string label, long value)
        => Count(Amsterdam.Day(_clock.GetUtcNow()), instrument[(instrument.IndexOf('.', StringComparison.Ordinal) + 1)..], label, value);

    private void Count(DateOnly day, string name, string label, long value)
        => _counts.AddOrUpdate((day, name, label), static (_, more) => more, static (_, sum, more) => sum + more, value);
}
