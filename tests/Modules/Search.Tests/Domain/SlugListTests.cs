using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Tests.Domain;

public sealed class SlugListTests
{
    [Theory]
    [InlineData("a-club,b-club", "a-club,b-club")]
    [InlineData(" a-club ; b-club\nb-club", "a-club,b-club")]
    [InlineData("https://example.org/services/a-club/", "a-club")]
    [InlineData("/services/a-club", "a-club")]
    [InlineData("<script>,A CLUB,../../etc", "etc")]
    [InlineData("", "")]
    public void Read_WhateverIsGiven_IsSlugsEachOnce(string given, string read) => SlugList.Read([given]).ToString().ShouldBe(read);

    [Fact]
    public void Read_TenThousand_HoldsTheFirstAndSaysHowMany()
    {
        var list = SlugList.Read([string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"club-{number}"))]);

        list.Slugs.Count.ShouldBe(SlugList.Most);
        list.Given.ShouldBe(10_000);
        list.IsTooLong.ShouldBeTrue();
    }

    [Fact]
    public void Suggestions_ForThreeLetters_BeginAtAnyWordAndTheBeginningLeads()
    {
        var suggestions = new Suggestions(["Kent swimming", "Swimming for all", "Football"], [("salt", "speech and language therapy")]);

        suggestions.For("swi").ShouldBe(["Swimming for all", "Kent swimming"]);
        suggestions.For("SALT").ShouldBe(["speech and language therapy"]);
        suggestions.For("sw").ShouldBeEmpty();
        suggestions.For("zzz").ShouldBeEmpty();
        suggestions.For("<img>").ShouldBeEmpty();
    }
}
