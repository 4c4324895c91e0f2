using System.Globalization;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Features;

/// <summary>Each service that the product comes with is asked for by what its own row says, as a family would, on the results page.</summary>
[Collection(Reading.Name)]
[Proves("listings")]
public sealed class FoundByOwnFactsTests(App app)
{
    [Fact]
    public async Task Search_ByItsOwnWordsAgeDayTermNeedAndPostcode_FindsEveryService()
    {
        List<string> lost = [];
        int aged = 0, timed = 0, inHolidays = 0, needy = 0, placed = 0;
        foreach (var draft in Seeded())
        {
            var facts = new List<string>();
            if ((draft.AgeFrom ?? draft.AgeTo) is { } age)
            {
                aged++;
                facts.Add($"age={age.ToString(CultureInfo.InvariantCulture)}");
            }

            if (draft.Needs.FirstOrDefault(need => need != Vocabulary.AnyNeed) is { } need)
            {
                needy++;
                facts.Add($"need={need}");
            }

            if (draft.Places.Select(place => place.Postcode).FirstOrDefault(postcode => postcode is not null) is { } postcode)
            {
                placed++;
                facts.Add($"near={Uri.EscapeDataString(postcode.Split(' ')[0])}");
            }

            if (draft.Sessions.Count > 0)
            {
                timed++;
                facts.Add("when=" + When(draft.Sessions[0]));
            }

            if (draft.Sessions.Any(session => session.Runs is RunsIn.Holidays or RunsIn.Both))
            {
                inHolidays++;
                if (!await IsFoundAsync(draft, "when=holidays"))
                {
                    lost.Add($"{draft.Slug} when=holidays");
                }
            }

            // Each fact alone and all at once.
            foreach (var asked in facts.Append(string.Join('&', facts)).Append("").Distinct())
            {
                if (!await IsFoundAsync(draft, asked))
                {
                    lost.Add($"{draft.Slug} {asked}");
                }
            }
        }

        lost.ShouldBeEmpty();
        aged.ShouldBeGreaterThan(60);
        needy.ShouldBeGreaterThan(40);
        placed.ShouldBeGreaterThan(60);
        timed.ShouldBe(9, "the rows whose words of days and times can mean one thing only");
        inHolidays.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Search_ByANeedAnAgeOrATimeThatItDoesNotHave_DoesNotFindIt()
    {
        List<string> wrong = [];
        var asked = 0;
        foreach (var draft in Seeded())
        {
            List<string> foreign = [];
            if (draft.Needs.Count > 0 && !draft.Needs.Contains(Vocabulary.AnyNeed))
            {
                foreign.AddRange(Facets.Needs.Select(need => need.Value).Except(draft.Needs).Take(2).Select(need => $"need={need}"));
            }

            if (draft.AgeTo is { } to and < 25)
            {
                foreign.Add($"age={(to + 1).ToString(CultureInfo.InvariantCulture)}");
            }

            if (draft.Sessions.Count > 0)
            {
                foreign.AddRange(new[] { "day", "evening", "weekend" }.Except(draft.Sessions.Select(When)).Take(1).Select(when => $"when={when}"));
            }

            asked += foreign.Count;
            foreach (var not in foreign)
            {
                if (await IsFoundAsync(draft, not))
                {
                    wrong.Add($"{draft.Slug} {not}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(100, "the test above is the control: the same words without these find each of them");
    }

    /// <summary>Among the first results. What the page shows beside them when nothing fits is not found: the page says so.</summary>
    private async Task<bool> IsFoundAsync(ServiceDraft draft, string asked)
    {
        var page = await app.GetAsync($"/search?q={Uri.EscapeDataString(draft.Name)}&sort=best{(asked.Length > 0 ? "&" + asked : "")}");
        return page.All("#results .none").Count == 0 && page.All($"#results a[href='/services/{draft.Slug}']").Count > 0;
    }

    private static string When(SessionRule session) =>
        session.Day is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : session.Starts.Hour >= 17 ? "evening" : "day";

    private static IReadOnlyList<ServiceDraft> Seeded()
    {
        var path = Repository.At("seeds/reference/listings/medway-services.csv");
        var drafts = ServicesCsv.Read(new ImportFile("seed", File.ReadAllBytes(path)), new DateOnly(2026, 9, 1)).Drafts;
        drafts.Count.ShouldBe(148);
        return drafts;
    }
}
