using System.Text;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>Whatever is typed at whatever question, nothing breaks, nothing is lost and the resident is told what to do.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Unusable = ["", "   ", "\n\t ", "\u0000\u0007\u001b", "\u202E\u2066\u2069"];

    private static readonly string[] Odd =
    [
        new string('a', 10_000),
        "😀😡🙏",
        "<script>alert('x')</script>",
        "31 december 2099",
        "'; DROP TABLE gesprekken; --",
        "{gemeente} {0} %s ${jndi:ldap://x}",
        "\uD800 los surrogaat \uDFFF",
        "a\u202Ebcd\u0000ef ghi",
        "ja nee ja nee",
        "-1",
        string.Concat(Enumerable.Repeat("e\u0301\u0301\u0301", 500)),
    ];

    public static TheoryData<string> Questions => [.. RealTree.Tree.Questions.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Empty_words_are_told_so_and_the_question_stays(string id)
    {
        var conversation = At(id);
        foreach (var text in Unusable)
        {
            var (asked, given) = (conversation.Asked?.Vraag, conversation.Memory.Given.ToDictionary());
            conversation.Say(text);

            Assert.Contains(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Error });
            Assert.Equal(asked, conversation.Asked?.Vraag);
            Assert.Equal(given, conversation.Memory.Given);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Odd_words_are_refused_in_dutch_or_taken_as_the_answer_and_cost_nothing_that_was_given(string id)
    {
        foreach (var text in Odd)
        {
            var conversation = At(id);
            var (asked, given) = (conversation.Asked?.Vraag ?? "", conversation.Memory.Given.ToDictionary());
            conversation.Say(text);

            Assert.All(given, pair => Assert.Equal(pair.Value, conversation.Memory.Given[pair.Key]));
            var refused = conversation.Prompts.Any(static prompt => prompt is Prompt.Say { Tone: Tone.Error });
            var offered = conversation.Memory.Offers.ContainsKey(asked);
            Assert.True(refused || offered || conversation.Memory.Given.ContainsKey(asked), $"{id}: {text[..Math.Min(40, text.Length)]}");
            Assert.Equal(conversation.Log.Length, LogCodec.Read(LogCodec.Write(conversation.Log)).Length);
            Assert.Contains(conversation.Prompts, static prompt => prompt is not Prompt.Say);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_bsn_is_taken_out_and_said_so(string id)
    {
        foreach (var text in new[] { "111222333", "Mijn bsn is 111222333 en dat klopt.", "BSN: 1112.22.333 graag", "111 222 333" })
        {
            var conversation = At(id).Say(text);

            Assert.Contains(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Warning } say && say.Text.Contains("BSN", StringComparison.Ordinal));
            Assert.DoesNotContain("111222333", Digits(Encoding.UTF8.GetString(LogCodec.Write(conversation.Log).Span)), StringComparison.Ordinal);
            Assert.DoesNotContain("111222333", Digits(Conversation.Text(conversation.Prompts)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bsn_alone_is_no_story()
    {
        var conversation = At("verhaal").Say("111222333");

        Assert.Empty(conversation.Memory.Given);
        Assert.Equal("verhaal", conversation.Asked?.Vraag);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_bsn_behind_a_button_does_not_get_in_either(string id)
    {
        var conversation = At(id);
        conversation.Send(new Incoming.Chose(conversation.Asked?.Vraag ?? "", "111222333", "111222333"));
        conversation.Use(Command.Taal, "111222333");

        Assert.DoesNotContain("111222333", Encoding.UTF8.GetString(LogCodec.Write(conversation.Log).Span), StringComparison.Ordinal);
    }

    public static TheoryData<string> QuestionsWithButtons
        => [.. RealTree.Tree.Questions.Values.Where(static question => question.Options.Count > 0).Select(static question => question.Id)];

    [Theory]
    [MemberData(nameof(QuestionsWithButtons))]
    public void A_button_that_does_not_exist_answers_nothing(string id)
    {
        var conversation = At(id);
        var (asked, given) = (conversation.Asked?.Vraag ?? "", conversation.Memory.Given.ToDictionary());
        conversation.Press(asked, "xqzkw");

        Assert.Equal(asked, conversation.Asked?.Vraag);
        Assert.Equal(given, conversation.Memory.Given);
    }

    [Fact]
    public void A_button_of_a_question_that_is_not_there_is_read_as_its_words()
    {
        var conversation = At("besluit").Send(new Incoming.Chose("klacht[7].soort", "privacy", "Nee"));

        Assert.Equal(new Answer(Standing.Given, "nee"), conversation.Memory.Given["besluit"]);
    }

    [Theory]
    [InlineData("verhaal", "kort")]
    [InlineData("gegevens.naam", "x")]
    public void A_text_sent_as_a_button_meets_the_same_demands_as_typed(string id, string text)
    {
        var conversation = At(id);
        conversation.Press(id, text);

        Assert.False(conversation.Memory.Given.ContainsKey(id));
        Assert.Contains(conversation.Prompts, static prompt => prompt is Prompt.Say { Tone: Tone.Error });
    }

    [Fact]
    public void Several_buttons_are_stored_once_each_in_their_own_order()
    {
        var conversation = At("wens").Press("wens", "uitleg,excuses,uitleg");

        Assert.Equal("excuses,uitleg", conversation.Memory.Given["wens"].Value);
    }

    [Fact]
    public void None_of_these_gives_way_to_a_real_choice()
    {
        var conversation = At("wens.hulp").Press("wens.hulp", "geen,tolk");

        Assert.Equal("tolk", conversation.Memory.Given["wens.hulp"].Value);
    }

    [Fact]
    public void Three_unusable_answers_in_a_row_bring_ways_around_the_question()
    {
        var conversation = At("besluit").Say("paars").Say("paars");
        Assert.Single(conversation.Prompts.OfType<Prompt.Say>());

        conversation.Say("paars");

        Assert.Contains(conversation.Prompts.OfType<Prompt.Say>(), static say => say.Text == RealTree.Dutch.Message("fout.drie_keer"));
    }

    private static string Digits(string text) => new([.. text.Where(static c => c is not ('.' or ' ' or '-'))]);

    private static Conversation At(string id) => Reached.At(id);
}
