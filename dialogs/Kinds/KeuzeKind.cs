using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>One of a list.</summary>
public sealed record KeuzeKind(IReadOnlyList<string> Ids) : AnswerKind<string>
{
    public override Soort Soort => Soort.Keuze;

    public override IReadOnlyList<string> Options => Ids;

    public override Reading Read(string text, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Reading.Refused("fout.leeg");
        }

        return ChoiceReader.Read(text, OptionList.Of(Ids, context), context.Knowledge.Lexicon) switch
        {
            Choice.One one => new Reading.Accepted(one.Id) { Echo = true },
            Choice.Ambiguous several => new Reading.Ambiguous([.. several.Candidates.Take(3)]),
            _ when YesNoReader.Read(text, context.Knowledge.Lexicon) == YesNo.Unknown => new Reading.Unknown(),
            _ => new Reading.Refused("fout.keuze"),
        };
    }

    public override string Write(string value) => value;

    public override bool TryParse(string canonical, [MaybeNullWhen(false)] out string value)
    {
        value = canonical;
        return Ids.Contains(canonical);
    }

    public override string Show(string value, ReadingContext context) => OptionList.Title(value, context);
}

/// <summary>One or more of a list.</summary>
/// <param name="Alone">Option that means none of the others; it gives way when another is chosen too. Null when there is none.</param>
public sealed record MeerkeuzeKind(IReadOnlyList<string> Ids, string? Alone = null) : AnswerKind<IReadOnlyList<string>>
{
    public override Soort Soort => Soort.Meerkeuze;

    public override IReadOnlyList<string> Options => Ids;

    public override Reading Read(string text, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Reading.Refused("fout.leeg");
        }

        return ChoiceReader.Read(text, OptionList.Of(Ids, context), context.Knowledge.Lexicon, multiple: true) switch
        {
            Choice.One one => new Reading.Accepted(one.Id) { Echo = true },
            Choice.Several several => new Reading.Accepted(Write(several.Ids)) { Echo = true },
            Choice.Ambiguous unsure => new Reading.Ambiguous([.. unsure.Candidates.Take(3)]),
            _ when YesNoReader.Read(text, context.Knowledge.Lexicon) == YesNo.Unknown => new Reading.Unknown(),
            _ => new Reading.Refused("fout.meerkeuze"),
        };
    }

    /// <summary>In the order of the options, so that the same choice is always the same text.</summary>
    public override string Write(IReadOnlyList<string> value) => string.Join(',', Ids.Where(id => value.Contains(id) && (id != Alone || value.Count == 1)));

    public override bool TryParse(string canonical, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = [.. canonical.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        return value.Count > 0 && value.All(Ids.Contains);
    }

    public override string Show(IReadOnlyList<string> value, ReadingContext context) => string.Join(", ", value.Select(id => OptionList.Title(id, context)));
}

/// <summary>The options of a question with their words.</summary>
internal static class OptionList
{
    public static IReadOnlyList<ChoiceOption> Of(IReadOnlyList<string> ids, ReadingContext context)
        => [.. ids.Select(id => context.Words.Opties.GetValueOrDefault(id)?.Choice(id) ?? new ChoiceOption(id, [id]))];

    public static string Title(string id, ReadingContext context) => context.Words.Opties.GetValueOrDefault(id)?.Titel ?? id;
}
