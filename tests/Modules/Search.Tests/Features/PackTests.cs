using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Features;

[Collection(OwnEntries.Name)]
[Proves("listings")]
public sealed class PackTests(SearchApp app, PostgresCluster cluster)
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Post_TitleNoteAndServices_MakesAPageThatAnybodyCanOpenAndStaffCanTakeAway()
    {
        using var client = app.CreateClient();
        var form = await client.PageAsync("/pack/new?s=medway-sendiass,gills-open-disability-football");
        form.All("input[name=Slugs][checked]").Count.ShouldBe(2);

        var made = await form.SubmitAsync(
            client, Form, ("Title", "Things to do"), ("Note", "These welcome new children.\nAsk for a taster."), ("More", "https://example.org/services/childline"));

        made.Status.ShouldBe(HttpStatusCode.Redirect);
        var address = made.Response.Headers.Location!.OriginalString;
        address.ShouldMatch("^/pack/[a-z0-9]{12}$");
        var pack = await app.GetAsync(address);
        pack.Heading.ShouldBe("Things to do");
        pack.MainText.ShouldContain("These welcome new children. Ask for a taster.");
        pack.MainText.ShouldContain("not the council’s");
        pack.All(".card h3 a").Count.ShouldBe(3);
        pack.One("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");

        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var packs = await officer.PageAsync("/staff/search/packs");
        packs.MainText.ShouldContain("Things to do");
        await packs.SubmitAsync(officer, $"form:has(input[value='{address["/pack/".Length..]}'])");
        (await app.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Title", "", "Write a title")]
    [InlineData("Title", "For jo@example.org", "e-mail address")]
    [InlineData("Title", "Safe \u202Egnol ton", "hidden sign")]
    [InlineData("Note", "Call me on 07700 900123", "long number")]
    [InlineData("Note", "He lives in ME7 1XY", "postcode")]
    [InlineData("Note", "See www.example.org", "web address")]
    public async Task Post_WhatCouldReachAPerson_IsRefusedWithWordsAndKept(string field, string typed, string message)
    {
        using var client = app.CreateClient();
        var form = await client.PageAsync("/pack/new?s=medway-sendiass");
        List<(string, string?)> fields = [("Title", "Fine"), ("Note", "Fine too")];
        fields.RemoveAll(pair => pair.Item1 == field);

        var again = await form.SubmitAsync(client, Form, [.. fields, (field, typed)]);

        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.One(".summary").TextContent.ShouldContain(message);
        again.One($"#f-{field}").TextContent.Trim().ShouldBe(field == "Note" ? typed : "");
        (again.One("#f-Title").GetAttribute("value") ?? "").ShouldBe(field == "Title" ? typed : "Fine");
        again.All("input[name=Slugs][checked]").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Post_NoServiceOrAnUnknownOne_IsRefused()
    {
        using var client = app.CreateClient();
        var form = await client.PageAsync("/pack/new");

        (await form.SubmitAsync(client, Form, ("Title", "Fine"))).One(".summary").TextContent.ShouldContain("Choose at least one service");
        (await form.SubmitAsync(client, Form, ("Title", "Fine"), ("More", "no-such-service"))).One(".summary").TextContent.ShouldContain("do not know one of these");
        (await form.SubmitAsync(client, Form, ("Title", "Fine"), ("More", string.Join('\n', Enumerable.Range(0, 40).Select(n => $"club-{n}")))))
            .One(".summary").TextContent.ShouldContain("30 services at most");
    }

    [Fact]
    public async Task Get_PackPastItsLastDay_IsNotFound()
    {
        await using var old = new SearchApp(cluster) { ConnectionString = app.ConnectionString };
        await old.InitializeAsync();
        using var client = app.CreateClient();
        var made = await (await client.PageAsync("/pack/new?s=medway-sendiass")).SubmitAsync(client, Form, ("Title", "Fine"));
        var address = made.Response.Headers.Location!.OriginalString;
        old.Clock.StandAt(UkTime.StartOf(old.Clock.Today().AddYears(1).AddDays(1)));

        (await app.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await old.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_TooOften_IsToldToWait()
    {
        await using var limited = new SearchApp(cluster) { ConnectionString = app.ConnectionString, Settings = { ["Search:FormsPerNetwork"] = "2" } };
        await limited.InitializeAsync();
        using var client = limited.CreateClient();
        var form = await client.PageAsync("/search/wish");
        for (var time = 0; time < 2; time++)
        {
            (await form.SubmitAsync(client, Form, ("Text", "A trampoline club"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var refused = await form.SubmitAsync(client, Form, ("Text", "A trampoline club"));

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Response.Headers.RetryAfter.ShouldNotBeNull();
        refused.MainText.ShouldContain("Wait an hour, then press the button again");
        refused.One("[name=Text]").TextContent.Trim().ShouldBe("A trampoline club", "nothing is lost");
    }
}
