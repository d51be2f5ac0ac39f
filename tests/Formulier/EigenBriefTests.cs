using System.Text;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Formulier;

/// <summary>A letter that the resident changes by hand: the answers stay, the letter says what the resident wrote.</summary>
public sealed class EigenBriefTests
{
    private const string Eigen = "Geachte mevrouw, meneer,\n\nDit schrijf ik liever zelf. Ik wil graag een gesprek.\n\nMet groet,\nS. Bewoner";

    [Fact]
    public void Whoever_does_not_ask_for_it_is_never_asked_to_write_a_letter()
        => Assert.DoesNotContain(Cover.Ends, static end => end.Answers.Any(static pair => pair.Key == ControleDialog.Brief.Id));

    [Fact]
    public void The_text_stands_beside_the_answers_and_is_in_letter_form_and_json()
    {
        var conversation = Changed();

        Finish(conversation);
        var form = RealTree.Form(conversation.Log) ?? throw new InvalidOperationException("There is no form.");
        var letter = BriefTekst.Write(new BriefPapier(RealTree.Dutch).Maak(form));
        var paper = BriefTekst.Write(new FormulierPapier(RealTree.Dutch).Maak(form));
        var json = Encoding.UTF8.GetString(FormulierJson.Write(form));

        Assert.Equal(Eigen + "\n", letter);
        Assert.Contains("Dit schrijf ik liever zelf.", paper, StringComparison.Ordinal);
        Assert.Contains("Mijn brief, door mij aangepast", paper, StringComparison.Ordinal);
        Assert.Contains("Dit schrijf ik liever zelf.", json, StringComparison.Ordinal);
        Assert.DoesNotContain("liever zelf", form.Brief?.Opgemaakt, StringComparison.Ordinal);
        Assert.Equal(json, Encoding.UTF8.GetString(FormulierJson.Write(FormulierJson.Read(FormulierJson.Write(form)))));
    }

    [Fact]
    public void A_signature_under_the_letter_as_it_was_counts_no_longer()
    {
        var conversation = Reached.At("ondertekening");

        conversation.Use(Command.Wijzig, "brief");
        conversation.Say(Eigen);

        Assert.Equal("controle", conversation.Asked?.Vraag);
    }

    [Fact]
    public void Whoever_changes_an_answer_after_it_hears_that_the_letter_lapses_and_keeps_it_by_saying_no()
    {
        var conversation = Changed();
        conversation.Use(Command.Wijzig, "gegevens.naam");
        conversation.Say("T. Bewoner");
        Assert.Contains("Brief in eigen woorden", Conversation.Text(conversation.Prompts), StringComparison.Ordinal);

        conversation.Say("nee");
        Finish(conversation);

        Assert.Equal(Eigen, RealTree.Form(conversation.Log)?.Brief?.Aangepast);
    }

    [Fact]
    public void After_another_answer_changed_the_letter_is_made_anew_and_undo_brings_the_text_back()
    {
        var conversation = Changed();
        conversation.Use(Command.Wijzig, "gegevens.naam");
        conversation.Say("T. Bewoner");
        conversation.Say("ja");
        var taken = conversation.Log;
        Finish(conversation);
        Assert.Null(RealTree.Form(conversation.Log)?.Brief);
        Assert.Equal(Eigen, RealTree.Remember(taken).Given[ControleDialog.Brief.Id].Value);

        conversation = Changed();
        conversation.Use(Command.Wijzig, "gegevens.naam");
        conversation.Say("T. Bewoner");
        conversation.Say("ja");
        conversation.Use(Command.Ongedaan);
        Finish(conversation);

        Assert.Equal(Eigen, RealTree.Form(conversation.Log)?.Brief?.Aangepast);
    }

    [Fact]
    public void The_same_text_is_no_change()
    {
        var conversation = Reached.At("controle");
        Finish(conversation);
        var form = RealTree.Form(conversation.Log) ?? throw new InvalidOperationException("There is no form.");
        var made = Brieftekst.Tekst(Brieftekst.Delen(new BriefPapier(RealTree.Dutch).Maak(form)));
        var again = Reached.At("controle");

        again.Use(Command.Wijzig, "brief");
        again.Say(made);
        Finish(again);

        Assert.Null(RealTree.Form(again.Log)?.Brief);
    }

    [Fact]
    public void Only_the_parts_that_differ_are_marked()
    {
        Briefdeel[] made = [new("Geachte mevrouw,"), new("Dit zei ik.") { Citaat = true, Taal = "ar" }, new("Groet")];

        var parts = Brieftekst.Delen("Geachte mevrouw,\n\nDit zei ik.\n\nEn dit ook.\n\nGroet", made);

        Assert.Equal([false, false, true, false], parts.Select(static part => part.Aangepast));
        Assert.Equal([(false, null), (true, "ar"), (false, null), (false, null)], parts.Select(static part => (part.Citaat, part.Taal)));
    }

    /// <summary>Stands at the check of the answers, with a letter changed by hand.</summary>
    private static Conversation Changed()
    {
        var conversation = Reached.At("controle");
        conversation.Use(Command.Wijzig, "brief");
        conversation.Say(Eigen);
        Assert.Equal("controle", conversation.Asked?.Vraag);
        return conversation;
    }

    private static void Finish(Conversation conversation)
    {
        while (conversation.Asked is { } asked)
        {
            conversation.Say(asked.Vraag switch { "controle" => "ja", "ondertekening" => "S. Bewoner", _ => "nee" });
        }
    }
}
