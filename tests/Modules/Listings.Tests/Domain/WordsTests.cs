using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Tests.Domain;

public sealed class WordsTests
{
    [Fact]
    public void Access_NothingTold_SaysNotKnownForEveryFact() =>
        AccessWords.Groups([], hasDoor: true).SelectMany(group => group.Lines).Select(line => line.Answer)
            .ShouldBe(Enumerable.Repeat(AccessAnswer.NotKnown, Enum.GetValues<AccessFactKey>().Length));

    [Fact]
    public void Access_SomeTold_StandsBeforeWhatIsNotKnown()
    {
        var lines = AccessWords.Groups([new AccessSaid(AccessFactKey.ChangingPlaces, AccessAnswer.Yes, null, null), new AccessSaid(AccessFactKey.HearingLoop, AccessAnswer.No, "Broken", new DateOnly(2026, 11, 1))], hasDoor: true)[0].Lines;

        lines.Select(line => line.Answer).ShouldBe([AccessAnswer.Yes, AccessAnswer.No, AccessAnswer.NotKnown, AccessAnswer.NotKnown, AccessAnswer.NotKnown]);
        lines[0].Note.ShouldBe("We think so. Not confirmed");
        lines[1].Note.ShouldBe("Broken");
    }

    [Fact]
    public void Access_OfAHelpline_DoesNotAskAboutSteps() =>
        AccessWords.Groups([], hasDoor: false).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Words.ShouldBe("British Sign Language (BSL)");

    [Fact]
    public void HardWords_ShortForms_AreExplainedOnce() =>
        HardWords.In("SENDIASS helps with SEND", "An EHC plan. EHCPs too").ShouldBe(
        [
            "SENDIASS means SEND Information, Advice and Support Service. SEND means special educational needs and disabilities.",
            "An EHC plan is a legal plan for extra help. EHC means education, health and care.",
        ]);

    [Fact]
    public void HardWords_PlainText_NeedsNone() => HardWords.In("Please send us a letter", null).ShouldBeEmpty();
}
