using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Pages;

[Collection(Site.Name)]
public sealed class PlainWordsTests(App app)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/about/accessibility-statement")]
    [InlineData("/about/privacy")]
    [InlineData("/error/403")]
    [InlineData("/error/404")]
    [InlineData("/error/410")]
    [InlineData("/error/429")]
    [InlineData("/error/500")]
    [InlineData("/error/503")]
    [InlineData("/error/400")]
    [InlineData(Addresses.NothingFound)]
    [InlineData(Addresses.WithErrors)]
    public async Task Get_PageOfOurOwnWords_IsReadByAnElevenYearOld(string address)
    {
        var page = await app.GetAsync(address);

        // What a service says of itself is its own.
        foreach (var own in page.All(".card"))
        {
            own.Remove();
        }

        var age = PageWords.ReadingAgeOf(page.One("body"));
        age.Words.ShouldBeGreaterThan(60);
        age.Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, address);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/about/accessibility-statement")]
    [InlineData("/about/privacy")]
    [InlineData("/nowhere")]
    [InlineData("/error/403")]
    [InlineData("/error/500")]
    [InlineData(Addresses.NothingFound)]
    [InlineData(Addresses.WithErrors)]
    [InlineData(Addresses.Football)]
    public async Task Get_PageForFamilies_HasNoWordOfTheOfficeOrOfOldLaw(string address)
    {
        var page = await app.GetAsync(address);

        foreach (var own in page.All(".card"))
        {
            own.Remove();
        }

        var text = page.One("body").TextContent;
        foreach (var word in new[]
        {
            "users?", "service users?", "cases?", "case work", "customers?", "clients?", "exemptions?", "stakeholders?", "signpost\\w*", "dumb", "mental disorder",
            "handicap\\w*", "crippl\\w*", "retard\\w*", "invalids?", "suffer\\w*", "wheelchair[- ]bound", "special needs child\\w*", "the disabled",
        })
        {
            Regex.Matches(text, $"\\b{word}\\b", RegexOptions.IgnoreCase).Select(match => match.Value).ShouldBeEmpty(address);
        }
    }
}
