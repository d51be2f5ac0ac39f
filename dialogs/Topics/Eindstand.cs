using System.Collections.Immutable;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>What a conversation amounts to at its end: the facts, the open routes and the letters that belong to them.</summary>
/// <param name="Brieven">The letters to offer, in the order of seeds/brieven.</param>
public sealed record Eindstand(Position Position, Feiten Feiten, Routeplan Plan, IReadOnlyList<Briefsoort> Brieven, DateOnly Vandaag)
{
    public static Eindstand Van(Position position, ImmutableArray<Entry> log, Knowledge knowledge, DateOnly today)
    {
        var gevaren = log.OfType<Entry.Alarmed>().Select(static entry => entry.Kind).ToHashSet(StringComparer.Ordinal);
        var feiten = FeitenLezer.Lees(position.Answers, knowledge, today, gevaren);
        var plan = knowledge.Routewijzer.Bepaal(feiten, today);
        return new Eindstand(position, feiten, plan, [.. knowledge.Brieven.Where(brief => Past(brief, feiten, plan, knowledge, today))], today);
    }

    /// <summary>The last days to put in a calendar: of open routes, with what the gemeente has to do by then or the resident can do until then.</summary>
    public IEnumerable<Termijn> LaatsteDagen() => Plan.Open
        .SelectMany(static route => route.Redenen)
        .Select(static reden => reden.Termijn)
        .OfType<Termijn>()
        .Where(termijn => termijn.TeTonen(Vandaag) >= Vandaag && (termijn.Partij == Partij.Gemeente || termijn.StandOp(Vandaag) == Stand.Loopt))
        .DistinctBy(static termijn => termijn.Code)
        .OrderBy(termijn => termijn.TeTonen(Vandaag))
        .ThenBy(static termijn => termijn.Code, StringComparer.Ordinal);

    private static bool Past(Briefsoort brief, Feiten feiten, Routeplan plan, Knowledge knowledge, DateOnly today)
        => brief.Herkomst.GeldtOp(today)
            && (brief.Route.Length == 0 || plan.Open.Any(route => route.Code == brief.Route))
            && knowledge.Routewijzer.Geldt(brief.Als, feiten, today);
}
