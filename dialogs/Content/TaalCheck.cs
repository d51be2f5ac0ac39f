namespace KlachtHulp.Dialogs.Content;

/// <summary>Whether every language has everything that Dutch has: the same keys, the same places to fill in, the same options.</summary>
public static class TaalCheck
{
    /// <param name="keys">What must be there, with its Dutch text.</param>
    public static IReadOnlyList<string> Problems(Catalogue catalogue, IReadOnlyList<(string Key, string Dutch)> keys)
    {
        var dutch = catalogue.Languages[Catalogue.Dutch];
        return [.. catalogue.Languages.Values.Where(static words => words.Language != Catalogue.Dutch)
            .SelectMany(words => Named(words, dutch).Concat(Missing(words, keys)).Concat(dutch.Questions.SelectMany(pair => Question(pair.Key, pair.Value, words)))
                .Select(problem => $"seeds/teksten/{words.Language}: {problem}"))];
    }

    /// <summary>The form says in Dutch in which language the resident wrote.</summary>
    private static IEnumerable<string> Named(Words words, Words dutch)
        => dutch.Has($"brief.taal.{words.Language}") ? [] : [$"the Dutch words have no brief.taal.{words.Language}."];

    private static IEnumerable<string> Missing(Words words, IReadOnlyList<(string Key, string Dutch)> keys)
    {
        foreach (var (key, dutch) in keys)
        {
            var own = words.Messages.GetValueOrDefault(key, "");
            if (own.Length == 0)
            {
                yield return $"there is no message {key}.";
            }
            else if (!Same(own, dutch))
            {
                yield return $"{key} does not fill in the same as in Dutch.";
            }
        }

        foreach (var extra in words.Messages.Keys.Except(keys.Select(static pair => pair.Key)))
        {
            yield return $"{extra} is no message of the Dutch words.";
        }
    }

    private static IEnumerable<string> Question(string id, QuestionWords dutch, Words words)
    {
        if (!words.Questions.TryGetValue(id, out var own))
        {
            yield return $"no words for the question {id}.";
            yield break;
        }

        (string Name, string Dutch, string Own)[] parts =
        [
            ("vraag", dutch.Vraag, own.Vraag), ("vraag_volgend", dutch.VraagVolgend, own.VraagVolgend), ("hulp", dutch.Hulp, own.Hulp),
            ("waarom", dutch.Waarom, own.Waarom), ("kort", dutch.Kort, own.Kort),
        ];
        foreach (var (name, expected, actual) in parts.Where(static part => part.Dutch.Length == 0 != (part.Own.Length == 0) || !Same(part.Own, part.Dutch)))
        {
            yield return actual.Length == 0 ? $"{id} has no {name}." : expected.Length == 0 ? $"{id} has a {name}, Dutch has none." : $"{id}: {name} does not fill in the same as in Dutch.";
        }

        var (missing, extra) = (dutch.Opties.Keys.Except(own.Opties.Keys), own.Opties.Keys.Except(dutch.Opties.Keys));
        foreach (var option in missing.Concat(extra))
        {
            yield return $"{id}: the option {option} is not the same as in Dutch.";
        }
    }

    private static bool Same(string own, string dutch)
        => Words.Placeholders(own).Order(StringComparer.Ordinal).SequenceEqual(Words.Placeholders(dutch).Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
