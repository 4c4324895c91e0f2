using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("Down's syndrome; ADHD/autism", "down syndrome adhd autism")]
    [InlineData("0-25, post-16", "0 25 post 16")]
    [InlineData("won’t", "wont")]
    [InlineData("SEND us", "sen us")]
    [InlineData("send us a letter", "send us a letter")]
    [InlineData("S.E.N. help", "sen help")]
    [InlineData("Café", "café")]
    [InlineData("EHC plans", "ehcp")]
    [InlineData("1:1 support", "onetoone support")]
    [InlineData("After-school club", "afterschool club")]
    public void Normalise_Text_LeavesWordsAndNumbers(string? text, string expected) =>
        SearchText.Normalise(text).ShouldBe(expected);

    [Fact]
    public void Normalise_Twice_ChangesNothingMore()
    {
        var once = SearchText.Normalise("Education, Health and Care plans; post-16 & under 5s — child-minders");

        SearchText.Normalise(once).ShouldBe(once);
    }
}
