using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.Platform.Tests;

/// <summary>Against numbers worked out by hand from counted words, sentences, letters and syllables.</summary>
public sealed class ReadingAgeTests
{
    private const double Close = 0.01;

    [Fact]
    public void Of_SixShortWords_IsAsByHand()
    {
        // 6 words, 1 sentence, 17 letters, 6 syllables. Flesch–Kincaid −1.45, Coleman–Liau −4.073.
        var age = ReadingAge.Of(["The cat sat on the mat."]);

        age.Years.ShouldBe(2.238, Close);
        age.Words.ShouldBe(6);
    }

    [Fact]
    public void Of_TwoSentences_IsAsByHand() =>
        // 11 words, 2 sentences, 34 letters, 12 syllables. −0.572 and −3.007.
        ReadingAge.Of(["You can ask for a plan. A teacher can ask too."]).Years.ShouldBe(3.210, Close);

    [Fact]
    public void Of_LongWords_IsAsByHand() =>
        // 6 words, 1 sentence, 69 letters, 26 syllables. 37.883 and 46.887.
        ReadingAge.Of(["Authorities determine eligibility considering professional recommendations."]).Years.ShouldBe(47.385, Close);

    [Fact]
    public void Of_TwoBlocks_EachEndsASentence() =>
        ReadingAge.Of(["You can ask for a plan", "A teacher can ask too"]).Years.ShouldBe(3.210, Close);

    [Theory]
    [InlineData("Ring 01634 000111 to ask us.", "Ring to ask us.")]
    [InlineData("Write to help@example.org to ask us.", "Write to to ask us.")]
    [InlineData("Look at https://example.org/a-very-long/address today.", "Look at today.")]
    [InlineData("Look at www.medway.gov.uk today.", "Look at today.")]
    [InlineData("We are in ME4 4TR near you.", "We are in near you.")]
    [InlineData("Type `organisation_identifier` here.", "Type here.")]
    [InlineData("It costs £4.50 at 5.30pm on the 21st.", "It costs at on the.")]
    public void Of_AddressesNumbersAndCode_AreLeftOut(string text, string without) =>
        ReadingAge.Of([text]).Years.ShouldBe(ReadingAge.Of([without]).Years, Close);

    [Fact]
    public void Of_KnownTermsAndNames_CountAsOneShortWord()
    {
        var plain = ReadingAge.Of(["You can ask for a plan at plan today."]).Years;

        ReadingAge.Of(["You can ask for an education, health and care plan at Bradfields Academy today."]).Years.ShouldBeGreaterThan(plain + 1);
        ReadingAge.Of(["You can ask for a education, health and care plan at Bradfields Academy today."], ["plan", "Education, health and care plan"])
            .Years.ShouldBe(plain, Close);
    }

    [Fact]
    public void Of_FullStopInsideAKnownTerm_EndsNothing() =>
        ReadingAge.Of(["We keep the Rules (No. 2) all day."], ["Rules (No. 2)"]).Years.ShouldBe(ReadingAge.Of(["We keep the plan all day."]).Years, Close);

    [Fact]
    public void Of_ATextWithHardSentences_NamesTheThreeWorstAsTheyWereWritten()
    {
        const string worst = "Notwithstanding the aforementioned provisions, authorities must demonstrate compliance with applicable statutory obligations.";

        var age = ReadingAge.Of(
        [
            "The dog ran to the park. It was fun. Information.",
            $"We had tea. {worst} Families should receive appropriate information regarding available entitlements.",
            "Our officer will consider the evidence that you send.",
        ]);

        age.Worst.Count.ShouldBe(3);
        age.Worst[0].Text.ShouldBe(worst);
        age.Worst[1].Text.ShouldBe("Families should receive appropriate information regarding available entitlements.");
        age.Worst[2].Text.ShouldBe("Our officer will consider the evidence that you send.");
        age.Worst.Select(sentence => sentence.Years).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Of_Nothing_IsNothing()
    {
        ReadingAge.Of([]).ShouldSatisfyAllConditions(age => age.Years.ShouldBe(0), age => age.Words.ShouldBe(0), age => age.Worst.ShouldBeEmpty());
        ReadingAge.Of(["", "12345", "   "]).Words.ShouldBe(0);
    }

    [Theory]
    [InlineData("the", 1)]
    [InlineData("make", 1)]
    [InlineData("makes", 1)]
    [InlineData("table", 2)]
    [InlineData("while", 1)]
    [InlineData("places", 2)]
    [InlineData("services", 3)]
    [InlineData("walked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("people", 2)]
    [InlineData("family", 3)]
    [InlineData("disability", 5)]
    [InlineData("won’t", 1)]
    [InlineData("information", 4)]
    public void Syllables_Word_AreAsSpoken(string word, int expected) => Syllables.In(word).ShouldBe(expected);
}
