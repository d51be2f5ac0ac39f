using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Storage;

/// <summary>What every engine must do. A subclass only says how to open its store.</summary>
public abstract partial class ConversationStoreCompliance : IAsyncLifetime
{
    private ConversationStore? _store;

    /// <summary>Ids of this test alone, so that engines with one server need not be emptied between tests.</summary>
    private readonly string _own = Guid.NewGuid().ToString("n")[..12];

    protected ConversationStore Store => _store ?? throw new InvalidOperationException("Not opened.");

    public async Task InitializeAsync() => _store = await OpenAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    protected abstract Task<ConversationStore> OpenAsync();

    protected string Id(string name) => $"{_own}-{name}";

    [Fact]
    public async Task What_was_saved_is_loaded()
    {
        var result = await Store.SaveAsync(Some.Turn(Id("a"), 0, "{\"wat\":\"één\"}", ["1", "2", "3"]), default);

        Assert.Equal(new SaveResult.Saved(1, 1), result);
        var loaded = Assert.IsType<StoredConversation>(await Store.LoadAsync(Id("a"), default));
        Assert.Equal(new(Id("a"), "0344", 1, 3, default, Some.Moment), loaded with { Body = default });
        Assert.Equal("{\"wat\":\"één\"}", Some.Text(loaded.Body));
        Assert.Equal([(1, "1"), (2, "2"), (3, "3")], await Some.TranscriptAsync(Store, Id("a")));
    }

    [Fact]
    public async Task What_was_never_saved_is_not_there()
    {
        Assert.Null(await Store.LoadAsync(Id("niets"), default));
        Assert.Empty(await Store.ReadActivitiesAsync(Id("niets"), 0, 10, default));
        await Store.EraseAsync(Id("niets"), default);
        Assert.IsType<SaveResult.Conflict>(await Store.SaveAsync(Some.Turn(Id("niets"), 3), default));
        Assert.Null(await Store.LoadAsync(Id("niets"), default));
    }

    [Fact]
    public async Task The_next_turn_replaces_the_body_and_appends_to_the_transcript()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, "een", ["1", "2"]), default);
        var result = await Store.SaveAsync(Some.Turn(Id("a"), 1, "twee", ["3"]) with { Gemeente = "0363", At = Some.Moment.AddHours(1) }, default);

        Assert.Equal(new SaveResult.Saved(2, 3), result);
        var loaded = Assert.IsType<StoredConversation>(await Store.LoadAsync(Id("a"), default));
        Assert.Equal(new(Id("a"), "0363", 2, 3, default, Some.Moment.AddHours(1)), loaded with { Body = default });
        Assert.Equal("twee", Some.Text(loaded.Body));
        Assert.Equal([(1, "1"), (2, "2"), (3, "3")], await Some.TranscriptAsync(Store, Id("a")));
    }

    [Fact]
    public async Task A_turn_without_activities_or_body_is_a_turn_all_the_same()
    {
        Assert.Equal(new SaveResult.Saved(1, 1), await Store.SaveAsync(Some.Turn(Id("a"), 0, "", []), default));
        Assert.Equal(new SaveResult.Saved(2, 1), await Store.SaveAsync(Some.Turn(Id("a"), 1, "", [], dedupe: "leeg"), default));
        Assert.Equal(new SaveResult.Duplicate(1, 0), await Store.SaveAsync(Some.Turn(Id("a"), 2, "", [], dedupe: "leeg"), default));
        Assert.Equal(new SaveResult.Saved(3, 1), await Store.SaveAsync(Some.Turn(Id("a"), 2, "x", ["1", ""]), default));
        Assert.Equal([(1, "1"), (2, "")], await Some.TranscriptAsync(Store, Id("a")));
    }

    [Fact]
    public async Task Who_comes_second_with_the_same_version_writes_nothing()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0), default);
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Some.Turn(Id("a"), 1, "eerste", ["e"]), default));

        Assert.IsType<SaveResult.Conflict>(await Store.SaveAsync(Some.Turn(Id("a"), 1, "tweede", ["t"], outbox: [Some.Effect(Id("late"))]), default));
        Assert.IsType<SaveResult.Conflict>(await Store.SaveAsync(Some.Turn(Id("a"), 0, "nieuw", ["n"]), default));
        Assert.IsType<SaveResult.Conflict>(await Store.SaveAsync(Some.Turn(Id("a"), 9, "later", ["l"]), default));

        Assert.Equal("eerste", Some.Text(Assert.IsType<StoredConversation>(await Store.LoadAsync(Id("a"), default)).Body));
        Assert.Equal([(1, "\"vraag\""), (2, "e")], await Some.TranscriptAsync(Store, Id("a")));
        Assert.DoesNotContain(await Store.LeaseOutboxAsync(1000, Some.Moment, TimeSpan.FromMinutes(1), default), item => item.Key == Id("late"));
    }

    [Fact]
    public async Task A_message_that_comes_again_gets_the_place_of_its_first_answer()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, "een", ["1"], dedupe: "m1"), default);
        await Store.SaveAsync(Some.Turn(Id("a"), 1, "twee", ["2", "3"], dedupe: "m2"), default);

        Assert.Equal(new SaveResult.Duplicate(1, 1), await Store.SaveAsync(Some.Turn(Id("a"), 2, "x", ["x"], dedupe: "m1"), default));
        Assert.Equal(new SaveResult.Duplicate(2, 2), await Store.SaveAsync(Some.Turn(Id("a"), 1, "x", ["x"], dedupe: "m2"), default));
        Assert.Equal(new SaveResult.Duplicate(1, 1), await Store.SaveAsync(Some.Turn(Id("a"), 0, "x", ["x"], dedupe: "m1"), default));
        Assert.Equal("twee", Some.Text(Assert.IsType<StoredConversation>(await Store.LoadAsync(Id("a"), default)).Body));
        Assert.Equal(new SaveResult.Saved(1, 1), await Store.SaveAsync(Some.Turn(Id("b"), 0, "b", ["1"], dedupe: "m1"), default));
    }

    [Fact]
    public async Task A_message_sent_a_hundred_times_at_once_is_one_turn()
    {
        var message = Some.Turn(Id("a"), 0, dedupe: "m");
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await Store.SaveAsync(message, default))));

        Assert.Single(results.OfType<SaveResult.Saved>());
        Assert.Equal(99, results.OfType<SaveResult.Duplicate>().Count(static duplicate => duplicate == new SaveResult.Duplicate(1, 1)));
    }

    [Theory]
    [InlineData(0, 3, "1 2 3")]
    [InlineData(1, 2, "2 3")]
    [InlineData(3, 100, "4 5 6")]
    [InlineData(5, 1, "6")]
    [InlineData(6, 100, "")]
    [InlineData(99, 100, "")]
    [InlineData(0, 0, "")]
    public async Task The_transcript_is_read_after_a_watermark(long after, int max, string expected)
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, activities: ["1", "2"]), default);
        await Store.SaveAsync(Some.Turn(Id("a"), 1, activities: []), default);
        await Store.SaveAsync(Some.Turn(Id("a"), 2, activities: ["3", "4", "5", "6"]), default);

        var read = await Some.TranscriptAsync(Store, Id("a"), after, max);

        Assert.Equal(expected, string.Join(' ', read.Select(static activity => activity.Text)));
        Assert.All(read, static activity => Assert.Equal(activity.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), activity.Text));
    }

    [Fact]
    public async Task Erasing_leaves_nothing()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, dedupe: "m1", outbox: [Some.Effect(Id("weg"))]), default);
        await Store.SaveAsync(Some.Turn(Id("b"), 0, "blijft", dedupe: "m1", outbox: [Some.Effect(Id("blijft"))]), default);

        await Store.EraseAsync(Id("a"), default);

        Assert.Null(await Store.LoadAsync(Id("a"), default));
        Assert.Empty(await Store.ReadActivitiesAsync(Id("a"), 0, 10, default));
        Assert.IsType<SaveResult.Conflict>(await Store.SaveAsync(Some.Turn(Id("a"), 1), default));
        Assert.Equal([Id("blijft")], (await LeaseOwnAsync(Some.Moment)).Select(static item => item.Key));
        Assert.Equal("blijft", Some.Text(Assert.IsType<StoredConversation>(await Store.LoadAsync(Id("b"), default)).Body));
    }

    [Fact]
    public async Task After_erasing_the_same_id_starts_anew()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0, "oud", ["1", "2"], dedupe: "m1"), default);
        await Store.EraseAsync(Id("a"), default);

        Assert.Equal(new SaveResult.Saved(1, 1), await Store.SaveAsync(Some.Turn(Id("a"), 0, "nieuw", ["1"], dedupe: "m1"), default));
        Assert.Equal(new SaveResult.Saved(2, 2), await Store.SaveAsync(Some.Turn(Id("a"), 1, "nieuwer", ["2"]), default));
        Assert.Equal([(1, "1"), (2, "2")], await Some.TranscriptAsync(Store, Id("a")));
    }

    [Fact]
    public async Task Conversations_that_were_left_are_listed_oldest_first()
    {
        var longAgo = DateTimeOffset.UnixEpoch;
        await Store.SaveAsync(Some.Turn(Id("nieuw"), 0) with { At = longAgo.AddSeconds(3) }, default);
        await Store.SaveAsync(Some.Turn(Id("oud"), 0) with { At = longAgo.AddSeconds(1) }, default);
        await Store.SaveAsync(Some.Turn(Id("ouder"), 0) with { At = longAgo }, default);

        async Task<IEnumerable<string>> Listed(DateTimeOffset moment, int max)
            => (await Store.ListUnchangedSinceAsync(moment, max, default)).Where(id => id.StartsWith(Id(""), StringComparison.Ordinal));

        Assert.Equal([Id("ouder"), Id("oud")], await Listed(longAgo.AddSeconds(3), 1000));
        Assert.Single(await Store.ListUnchangedSinceAsync(longAgo.AddSeconds(3), 1, default));
        await Store.SaveAsync(Some.Turn(Id("ouder"), 1) with { At = longAgo.AddSeconds(9) }, default);
        Assert.Equal([Id("oud")], await Listed(longAgo.AddSeconds(3), 1000));
        foreach (var name in new[] { "nieuw", "oud", "ouder" })
        {
            await Store.EraseAsync(Id(name), default);
        }
    }

    [Fact]
    public async Task Closing_twice_is_closing_once()
    {
        await Store.SaveAsync(Some.Turn(Id("a"), 0), default);
        await Store.DisposeAsync();
        await Store.DisposeAsync();
    }

    [Fact]
    public async Task Fifty_conversations_at_once_do_not_cross()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(async () =>
        {
            for (var turn = 0; turn < 8; turn++)
            {
                var text = $"{n}:{turn}";
                Assert.Equal(new SaveResult.Saved(turn + 1, turn + 1), await Store.SaveAsync(Some.Turn(Id($"{n}"), turn, text, [text]), default));
                Assert.Equal(text, Some.Text((await Store.LoadAsync(Id($"{n}"), default))!.Body));
            }
        })));

        foreach (var n in Enumerable.Range(0, 50))
        {
            Assert.Equal(Enumerable.Range(0, 8).Select(turn => (turn + 1L, $"{n}:{turn}")), await Some.TranscriptAsync(Store, Id($"{n}")));
        }
    }

    [Fact]
    public async Task Two_hundred_turns_at_once_on_twenty_conversations_leave_no_gap_and_lose_none()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => SaveAtLastAsync(Id($"{n % 20}"), $"{n}"))));

        for (var n = 0; n < 20; n++)
        {
            var transcript = await Some.TranscriptAsync(Store, Id($"{n}"));
            Assert.Equal(Enumerable.Range(1, 20).Select(static sequence => (long)sequence), transcript.Select(static activity => activity.Sequence));
            var written = Enumerable.Range(0, 10).Select(turn => $"{n + (20 * turn)}");
            Assert.Equal(written.Order(), transcript.Select(static activity => activity.Text).Distinct().Order());
            Assert.Equal(10, (await Store.LoadAsync(Id($"{n}"), default))!.Version);
        }
    }

    private async Task SaveAtLastAsync(string id, string text)
    {
        SaveResult result;
        do
        {
            var version = await Store.LoadAsync(id, default) is { } found ? found.Version : 0;
            result = await Store.SaveAsync(Some.Turn(id, version, text, [text, text], dedupe: text), default);
        }
        while (result is SaveResult.Conflict);
        Assert.IsType<SaveResult.Saved>(result);
    }
}
