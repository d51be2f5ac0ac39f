using FsCheck;
using FsCheck.Fluent;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

public sealed class TermijnPropertyTests
{
    private static readonly string[] Codes = [.. Seeds.Termijnen.Tabellen.Keys.Order(StringComparer.Ordinal)];

    private static Arbitrary<(string Code, DateOnly Start, int Days)> Cases => Arb.From(
        from code in Gen.Elements(Codes)
        from day in Gen.Choose(0, 365 * 40)
        from days in Gen.Choose(0, 400)
        select (code, new DateOnly(2000, 1, 1).AddDays(day), days));

    [Fact]
    public void A_term_never_ends_before_it_starts_and_is_never_shortened()
        => Check(static (termijn, _) => termijn.Start < termijn.Nominaal && termijn.Nominaal <= termijn.Uiterlijk);

    [Fact]
    public void A_term_moves_only_where_the_law_says_so_and_then_to_an_ordinary_day()
        => Check(static (termijn, regel) => regel.Verlenging == Verlenging.Geen
            ? termijn.Uiterlijk == termijn.Nominaal
            : !Seeds.Termijnen.Kalender.IsVrij(termijn.Uiterlijk) && EveryDayBeforeIsFree(termijn));

    [Fact]
    public void The_atw_is_named_only_for_terms_it_governs()
        => Check(static (termijn, regel) => termijn.AtwToegepast
            == (termijn.Verlengd && regel.Verlenging is (Verlenging.Atw or Verlenging.AtwOnzeker)));

    [Fact]
    public void Weeks_end_on_the_same_day_of_the_week()
        => Check(static (termijn, regel) => regel.Eenheid != Eenheid.Weken || termijn.Nominaal.DayOfWeek == termijn.Start.DayOfWeek);

    [Fact]
    public void Months_and_years_keep_the_day_or_end_with_the_month()
        => Check(static (termijn, regel) => regel.Eenheid is Eenheid.Weken or Eenheid.Dagen || termijn.Nominaal.Day == termijn.Start.Day
            || (termijn.Nominaal.Day < termijn.Start.Day && termijn.Nominaal.AddDays(1).Day == 1));

    [Fact]
    public void What_is_only_known_roughly_never_costs_the_resident_a_day_nor_the_gemeente()
        => Prop.ForAll(Cases, static example =>
        {
            var (code, start, days) = example;
            var rough = Seeds.Termijnen.Van(code, new Tijdvak(start, start.AddDays(days)));
            var early = Seeds.Termijnen.Van(code, start);
            var late = Seeds.Termijnen.Van(code, start.AddDays(days));
            var safe = rough.Partij == Partij.Inwoner ? early : late;
            return rough.Nominaal == safe.Nominaal && rough.Uiterlijk == safe.Uiterlijk
                && rough.Uitersten.Tot == late.Uiterlijk && rough.Zekerheid <= safe.Zekerheid;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_stand_goes_from_running_through_perhaps_to_over_and_never_back()
        => Prop.ForAll(Cases, static example =>
        {
            var termijn = Seeds.Termijnen.Van(example.Code, new Tijdvak(example.Start, example.Start.AddDays(example.Days)));
            var stands = Enumerable.Range(-3, 30).Select(step => termijn.StandOp(termijn.Nominalen.Van.AddDays(step * 20))).ToArray();
            return stands.SequenceEqual(stands.Order()) && stands[0] == Stand.Loopt && stands[^1] >= stands[0];
        }).QuickCheckThrowOnFailure();

    private static bool EveryDayBeforeIsFree(Termijn termijn)
    {
        for (var day = termijn.Nominaal; day < termijn.Uiterlijk; day = day.AddDays(1))
        {
            if (!Seeds.Termijnen.Kalender.IsVrij(day))
            {
                return false;
            }
        }

        return true;
    }

    private static void Check(Func<Termijn, Termijnregel, bool> holds)
        => Prop.ForAll(Cases, example => holds(Seeds.Termijnen.Van(example.Code, example.Start), Seeds.Termijnen.Tabellen[example.Code].Rows[0].Value))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
