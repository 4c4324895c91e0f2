using System.Text;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Features.Exchange;

[Proves("listings")]
public sealed class FeedFileTests
{
    private static readonly FeedContext Feed = new("example", "advice", new Dictionary<string, string> { ["medway"] = "medway" }, new DateOnly(2026, 9, 1));

    [Theory]
    [InlineData("""[{"id":1},{"id":2}]""")]
    [InlineData("""{"contents":[{"id":1},{"id":2}],"total_items":2}""")]
    [InlineData("""{"totalElements":2,"x":[1,{"contents":[9]}],"content":[{"id":1},{"id":2},],"last":true}""")]
    public async Task Read_AListOrAPage_GivesEveryRecord(string json)
    {
        var items = await ReadAsync(json);

        items.Select(item => (item.Position, item.Value.GetProperty("id").GetInt32(), item.Broken)).ShouldBe([(1, 1, null), (2, 2, null)]);
    }

    [Fact]
    public async Task Read_RecordsOverManyPieces_LosesNone()
    {
        var json = $"{{\"contents\":[{string.Join(',', Enumerable.Range(0, 3000).Select(number => $"{{\"id\":{number},\"text\":\"{new string('é', number % 400)}\"}}"))}]}}";
        Encoding.UTF8.GetByteCount(json).ShouldBeGreaterThan(5 * 128 * 1024, "else it fits in one piece");

        (await ReadAsync("\ufeff" + json)).Select(item => item.Value.GetProperty("id").GetInt32()).ShouldBe(Enumerable.Range(0, 3000));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{}", 1)]
    [InlineData("\"services\"", 1)]
    [InlineData("PK\u0003\u0004", 1)]
    [InlineData("""[{"id":1},{"id":2},{"na""", 3)]
    [InlineData("""[{"id":1},nope]""", 2)]
    [InlineData("""{"contents":[{"id":1}""", 2)]
    public async Task Read_WhatIsNoWholeList_SaysFromWhichRecordOn(string json, int position)
    {
        var items = await ReadAsync(json);

        items[^1].Position.ShouldBe(position);
        items[^1].Broken.ShouldNotBeNull();
        items.SkipLast(1).ShouldAllBe(item => item.Broken == null);
    }

    [Fact]
    public async Task Read_TooDeepTooLongOrTooBig_Stops()
    {
        (await ReadAsync($"[{new string('[', 100)}{new string(']', 100)}]"))[^1].Broken.ShouldNotBeNull();
        (await ReadAsync($"[{{\"name\":\"{new string('x', 3 * 1024 * 1024)}\"}}]"))[^1].Broken.ShouldBe("This record is longer than 2 MB: nothing after it could be read.");
        var opened = false;
        var big = new ImportFile("big.json", FeedFile.MostBytes + 1, () =>
        {
            opened = true;
            return Stream.Null;
        });
        (await FeedFile.ReadAsync(big, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem().Broken.ShouldNotBeNull().ShouldContain("100 MB");
        opened.ShouldBeFalse();
    }

    [Theory]
    [InlineData("<p>Songs &amp; signs</p><p>For all</p>", "Songs & signs For all")]
    [InlineData("<b>B</b>old<br>next<script>alert(1)</script><img src=x onerror=alert(1)>", "Bold next")]
    [InlineData("Weâ€™re Â£5 â€“ cafÃ©", "We’re £5 – café")]
    [InlineData("café – £5 “yes”", "café – £5 “yes”")]
    [InlineData("a\u200b\u0000b\u202e \t\n c", "a b c")]
    [InlineData("1 < 2 & 3", "1 < 2 & 3")]
    [InlineData("<p> &nbsp; </p>", null)]
    [InlineData("  ", null)]
    public void Plain_WhatOthersPublish_IsTextWithoutMarkup(string written, string? plain) => FeedText.Plain(written).ShouldBe(plain);

    [Fact]
    public void Plain_DeepOrLongMarkup_ComesBackQuickly() =>
        FeedText.Plain(string.Concat(Enumerable.Repeat("<div>", 5_000)) + "deep" + new string('y', 1_000_000))!.Length.ShouldBeLessThanOrEqualTo(50_000);

    [Fact]
    public void Cut_LongText_EndsWhereASentenceOrAWordDoes()
    {
        FeedText.Cut("One two. Three four five", 15).ShouldBe("One two.");
        FeedText.Cut("Onetwothree four five", 15).ShouldBe("Onetwothree…");
        FeedText.Cut(new string('x', 30), 10).ShouldBe(new string('x', 9) + "…");
        FeedText.Cut("Short.", 15).ShouldBe("Short.");
    }

    [Fact]
    public async Task Record_OfVersionThree_IsReadWithWhatWasLeftOutNamed()
    {
        var (drafts, problems, notes) = await DraftsAsync(FeedSample.Three);

        problems.ShouldBeEmpty();
        var choir = drafts[0];
        choir.ShouldSatisfyAllConditions(
            () => choir.Id.ShouldBe(new Guid("6f0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1c01")),
            () => choir.Slug.ShouldBe("harbour-signing-choir"),
            () => choir.Summary.ShouldBe("We sing & sign together — it is for Deaf and hearing children. We’ll help you start."),
            () => (choir.AgeFrom, choir.AgeTo).ShouldBe(((short?)5, null)),
            () => choir.Kind.ShouldBe("activity"),
            () => choir.Needs.ShouldBe(["hearing"]),
            () => choir.AccessFacts.Select(fact => (fact.Key, fact.Answer)).ShouldBe([(AccessFactKey.Parking, AccessAnswer.Yes)]),
            () => choir.Sessions.Select(SessionCode.Write).ShouldBe(["tue 16:00-17:00 term", "thu 16:00-17:00 term", "last fri 18:00-19:30 from 2026-09-01"]),
            () => choir.Places[0].ShouldBe(choir.Places[0] with { Name = "Harbour Hall", Address = "1 Example Quay", Town = "Gillingham", Postcode = "ME7 1HF", Latitude = 51.39, Longitude = 0.54 }),
            () => (choir.Places[1].Name, choir.Places[1].Latitude).ShouldBe(("Nowhere Hall", null)),
            () => choir.Costs.ShouldBe([new CostWords("paid", "Child", 250, null, null), new CostWords("free", "Parent", null, null, null)]),
            () => (choir.Phone, choir.Email, choir.Website).ShouldBe(("01632 960123", null, "https://www.example.org/choir")),
            () => (choir.HowToGet, choir.UsualWait, choir.Eligibility).ShouldBe(("Ring first", "About 2 weeks", "Any child who signs or wants to")),
            () => choir.Languages.ShouldBe(["pl", "en"]),
            () => choir.Areas.ShouldBe(["medway"]),
            () => choir.CheckedOn.ShouldBeNull("what another directory assured is not ours to repeat"));
        drafts[1].ShouldSatisfyAllConditions(() => drafts[1].ExternalId.ShouldBe("42"), () => drafts[1].Kind.ShouldBe("advice"), () => drafts[1].Organisation.Slug.ShouldBe("example-harbour-trust"));
        notes.Select(note => note.Where).ShouldBe(
            [
                "Record 1 (6f0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1c01), service_at_locations[1].location.latitude",
                "Record 1 (6f0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1c01), schedules[2]",
                "Record 1 (6f0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1c01), service_areas[1].name",
                "Record 1 (6f0d6d0e-3d9b-4c1e-9f4a-2f3f0b9a1c01), phones[0].number",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Record_OfVersionOne_IsReadToo()
    {
        var (drafts, problems, notes) = await DraftsAsync(FeedSample.One);

        problems.Concat(notes).ShouldBeEmpty();
        var sail = drafts.ShouldHaveSingleItem();
        (sail.AgeFrom, sail.AgeTo).ShouldBe(((short?)8, (short?)11));
        sail.Sessions.Select(SessionCode.Write).ShouldBe(["sat 10:00-12:00 from 2026-09-05"]);
        (sail.Places[0].Address, sail.Places[0].Postcode, sail.Phone, sail.Kind, sail.Summary).ShouldBe(("2 Example Quay", "ME4 4TR", "01632 960124", "activity", "A club on the water."));
        sail.Costs.ShouldBe([new CostWords("free", null, null, null, null)]);
    }

    [Theory]
    [InlineData("7", "")]
    [InlineData("null", "")]
    [InlineData("""{"name":"x","description":"x","organization":{"name":"x"}}""", "id")]
    [InlineData("""{"id":"a","description":"x","organization":{"name":"x"}}""", "name")]
    [InlineData("""{"id":"a","name":["x"],"description":"x","organization":{"name":"x"}}""", "name")]
    [InlineData("""{"id":"a","name":" <p> </p> ","description":"x","organization":{"name":"x"}}""", "name")]
    [InlineData("""{"id":"a","name":"x","description":"x"}""", "organization.name")]
    [InlineData("""{"id":"a","name":"x","description":"x","organization":"x"}""", "organization.name")]
    [InlineData("""{"id":"a","name":"x","description":null,"organization":{"name":"x"}}""", "description")]
    [InlineData("""{"id":"a","name":"x","description":"x","minimum_age":40,"organization":{"name":"x"}}""", "minimum_age")]
    public async Task Record_ThatCannotBeKept_IsNamedByItsField(string record, string field)
    {
        var (drafts, problems, _) = await DraftsAsync($"[{record}]");

        drafts.ShouldBeEmpty();
        problems.ShouldHaveSingleItem().Column.ShouldBe(field);
    }

    [Theory]
    [InlineData("\"schedules\":7", "schedules")]
    [InlineData("\"schedules\":[7]", "schedules[0]")]
    [InlineData("\"schedules\":[{\"byday\":\"MO\",\"opens_at\":\"25:99\"}]", "schedules[0].opens_at")]
    [InlineData("\"schedules\":[{\"byday\":\"XX\",\"opens_at\":\"10:00\"}]", "schedules[0].byday")]
    [InlineData("\"schedules\":[{\"byday\":\"MO\",\"opens_at\":\"10:00\",\"valid_from\":\"2026-09-10\",\"valid_to\":\"2026-09-01\"}]", "schedules[0]")]
    [InlineData("\"minimum_age\":9,\"maximum_age\":3", "maximum_age")]
    [InlineData("\"minimum_age\":\"eight\"", "minimum_age")]
    [InlineData("\"maximum_age\":-5", "maximum_age")]
    [InlineData("\"maximum_age\":1e999", "maximum_age")]
    [InlineData("\"url\":\"javascript:alert(1)\"", "url")]
    [InlineData("\"email\":\"a@b\"", "email")]
    [InlineData("\"eligibility_description\":\"\\ud800\"", "eligibility_description")]
    [InlineData("\"cost_options\":[{\"option\":\"x\",\"amount\":-1}]", "cost_options[0].amount")]
    [InlineData("\"service_at_locations\":[{\"location\":{\"name\":\"x\",\"latitude\":200,\"longitude\":0}}]", "service_at_locations[0].location.latitude")]
    [InlineData("\"attributes\":{\"a\":1}", "attributes")]
    public async Task Record_WithAFieldThatMakesNoSense_IsKeptWithoutIt(string field, string where)
    {
        var (drafts, problems, notes) = await DraftsAsync($"[{{\"id\":\"a\",\"name\":\"x\",\"description\":\"x\",\"organization\":{{\"name\":\"x\"}},{field}}}]");

        problems.ShouldBeEmpty();
        drafts.ShouldHaveSingleItem();
        notes.Select(note => note.Column).Distinct().ShouldContain(where);
    }

    private static async Task<(List<ServiceDraft> Drafts, List<ImportProblem> Problems, List<ImportProblem> Notes)> DraftsAsync(string json)
    {
        List<ServiceDraft> drafts = [];
        List<ImportProblem> problems = [];
        List<ImportProblem> notes = [];
        foreach (var item in await ReadAsync(json))
        {
            item.Broken.ShouldBeNull();
            var findings = new FeedFindings(item.Position);
            if (FeedRecord.Read(item.Value, item.Position, Feed, findings) is { } draft)
            {
                drafts.Add(draft);
            }

            problems.AddRange(findings.Problems);
            notes.AddRange(findings.Notes);
        }

        return (drafts, problems, notes);
    }

    private static async Task<List<FeedItem>> ReadAsync(string json) =>
        await FeedFile.ReadAsync(new ImportFile("feed.json", Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
