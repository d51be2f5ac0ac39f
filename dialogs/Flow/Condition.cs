namespace KlachtHulp.Dialogs.Flow;

/// <summary>When a part of the tree applies: a small closed family, so that it can be read, drawn and proven.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>Whether it holds; null while a question it reads is still open.</summary>
    /// <param name="answers">Only the answers on the path so far, seen from the current round of a repeat.</param>
    public abstract bool? Holds(Answers answers, DateOnly today);

    /// <summary>A yes/no question was answered so.</summary>
    public sealed record Is(Question<bool> On, bool Value) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today)
            => answers.Find(On.Id) is { } given ? given.Standing == Standing.Given && given.Value == (Value ? "ja" : "nee") : null;
    }

    /// <summary>A choice was answered with one of these options.</summary>
    public sealed record OneOf(Question On, params IReadOnlyList<string> Values) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today)
            => answers.Find(On.Id) is { } given ? given.Standing == Standing.Given && Values.Contains(given.Value) : null;
    }

    /// <summary>A choice of several holds this option.</summary>
    public sealed record Includes(Question<IReadOnlyList<string>> On, string Value) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today)
            => answers.Find(On.Id) is { } given ? given.Standing == Standing.Given && Holds(given.Value) : null;

        /// <summary>Looks without taking the value apart: this is asked at every step of every walk.</summary>
        private bool Holds(ReadOnlySpan<char> chosen)
        {
            foreach (var part in chosen.Split(','))
            {
                if (chosen[part].Trim().SequenceEqual(Value))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The question has a value: not skipped, not "weet ik niet".</summary>
    public sealed record Answered(Question On) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today) => answers.Find(On.Id) is { } given ? given.Standing == Standing.Given : null;
    }

    /// <summary>The first round of the repeat in which it is read.</summary>
    public sealed record First : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today) => answers.Round <= 1;
    }

    /// <summary>A rule of law, named, pure, with its inputs declared.</summary>
    public sealed record Follows(Rule Rule) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today) => Rule.Holds(answers, today);
    }

    public sealed record Not(Condition Inner) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today) => !Inner.Holds(answers, today);
    }

    public sealed record And(params IReadOnlyList<Condition> All) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today) => Fold(All, answers, today, decisive: false);
    }

    public sealed record Or(params IReadOnlyList<Condition> Any) : Condition
    {
        public override bool? Holds(Answers answers, DateOnly today) => Fold(Any, answers, today, decisive: true);
    }

    private static bool? Fold(IReadOnlyList<Condition> parts, Answers answers, DateOnly today, bool decisive)
    {
        bool? outcome = !decisive;
        foreach (var part in parts)
        {
            var holds = part.Holds(answers, today);
            if (holds == decisive)
            {
                return decisive;
            }

            outcome = holds is null ? null : outcome;
        }

        return outcome;
    }
}

/// <summary>A predicate that needs arithmetic, such as a term that has passed.</summary>
/// <param name="Name">Stable name, shown in the tree: <c>behandeltermijn_voorbij</c>.</param>
/// <param name="Reads">The questions it may read; a test holds it to that.</param>
/// <param name="Holds">Pure; an open or unknown answer gives false, never an exception.</param>
public sealed record Rule(string Name, IReadOnlyList<Question> Reads, Func<Answers, DateOnly, bool> Holds);
