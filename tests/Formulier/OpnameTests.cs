using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Formulier;

/// <summary>An oral klacht says that it is one, and who wrote it down by function. Source: Awb art. 9:2.</summary>
public sealed class OpnameTests
{
    private static readonly Opname Telefoon = new("telefoon", "medewerker klantcontact");

    [Theory]
    [InlineData("telefoon", "Per telefoon gedaan.", "Ik deed deze klacht per telefoon.")]
    [InlineData("balie", "Aan de balie gedaan.", "Ik deed deze klacht aan de balie.")]
    public void The_form_and_the_letter_say_how_it_was_taken_down_and_by_which_function(string wijze, string onForm, string inLetter)
    {
        var form = RealTree.Form(Finished(Telefoon with { Wijze = wijze }).Log) ?? throw new InvalidOperationException("No form.");
        var json = JsonNode.Parse(FormulierJson.Write(form));

        Assert.Equal($$"""{"wijze":"{{wijze}}","rol":"medewerker klantcontact"}""", json!["opname"]!.ToJsonString());
        Assert.Empty(Schema.Problems([json])[0]);
        Assert.Contains(onForm, BriefTekst.Write(new FormulierPapier(RealTree.Dutch).Maak(form)), StringComparison.Ordinal);
        var letter = BriefTekst.Write(new BriefPapier(RealTree.Dutch).Maak(form));
        Assert.Contains(inLetter, letter.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("medewerker klantcontact", letter.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_resident_writes_alone_says_nothing_of_it()
    {
        var form = RealTree.Form(Finished(opname: null).Log) ?? throw new InvalidOperationException("No form.");

        Assert.Null(form.Opname);
        Assert.DoesNotContain("opname", Encoding.UTF8.GetString(FormulierJson.Write(form)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_kept_in_the_log_and_outlives_a_restart_and_an_undo()
    {
        var talk = new Conversation().Send(new Incoming.Opgenomen(Telefoon)).Say("Ik wacht al maanden op antwoord over mijn uitkering.");
        talk.Use(Command.Ongedaan).Use(Command.Ongedaan).Use(Command.Opnieuw).Press("opdracht.bevestig", "ja");

        Assert.Equal(Telefoon, talk.Memory.Opname);
        Assert.Equal(Telefoon, RealTree.Remember(LogCodec.Read(LogCodec.Write(talk.Log))).Opname);
    }

    [Fact]
    public void The_first_opname_counts()
        => Assert.Equal(Telefoon, new Conversation().Send(new Incoming.Opgenomen(Telefoon)).Send(new Incoming.Opgenomen(new Opname("balie", "ander"))).Memory.Opname);

    private static Conversation Finished(Opname? opname)
    {
        var talk = new Conversation();
        if (opname is not null)
        {
            talk.Send(new Incoming.Opgenomen(opname));
        }

        return talk.Finish(static _ => 0);
    }
}
