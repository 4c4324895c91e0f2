using System.Net;
using System.Text;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Features.Exchange;

/// <summary>A table with columns of its own: an officer says once what they mean, tries it, loads it, and uses what was saved again.</summary>
[Proves("listings")]
public sealed class MappedTableTests(App app) : IClassFixture<App>
{
    private const string Table = """
        Ref,Club,Run by,About,Web,Tel,Post code,From age
        K-1,Moorings Drama,Example Moorings,"<p>Drama for everybody.</p>",www.example.org/drama,01632 960200,ME4 4TR,5
        K-2,Moorings Art,Example Moorings,Art for everybody.,nowhere,call us,ME4,seven
        ,Moorings Lost,Example Moorings,It has no number.,,,,

        """;

    [Fact]
    public async Task Table_MappedTriedLoadedAndMappedAgain_NeedsToBeExplainedOnce()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (await officer.PageAsync("/staff/listings/import")).All("a[href='/staff/listings/mappings']").ShouldNotBeEmpty("it must be reachable");

        var looked = await LookAsync(officer, Table);
        looked.Status.ShouldBe(HttpStatusCode.OK);
        looked.MainText.ShouldContain("The first 3 rows");
        looked.All("tbody tr").Count.ShouldBe(3);
        looked.All("select[name='Map[service_name]'] option").Select(option => option.TextContent).ShouldContain("Club");

        var unfinished = await looked.SubmitAsync(officer, "main form", ("Map[service_name]", "Club"), ("Name", ""));
        unfinished.Status.ShouldBe(HttpStatusCode.BadRequest);
        unfinished.MainText.ShouldContain("Choose the column for “Who runs it”");
        unfinished.One("select[name='Map[service_name]'] option[selected]").GetAttribute("value").ShouldBe("Club", "what was chosen stays");

        var saved = await unfinished.SubmitAsync(officer, "main form", ("Name", "Moorings clubs"), ("Map[id]", "Ref"), ("Map[organisation_name]", "Run by"), ("Map[description]", "About"),
            ("Map[website]", "Web"), ("Map[phone]", "Tel"), ("Map[postcode]", "Post code"), ("Map[age_min]", "From age"));
        saved.Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.PageAsync("/staff/listings/import")).All("select[name=Mapping] option").Select(option => option.TextContent).ShouldContain("Moorings clubs");

        (string, string)[] choices = [("Mapping", "Moorings clubs"), ("Source", "moorings"), ("Kind", "activity")];
        var refused = await officer.UploadAsync(Encoding.UTF8.GetBytes(Table), "mapped", isTrial: false, choices);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Line 4, Ref: It has no id");

        (string, string)[] leaving = [.. choices, ("LeaveOut", "yes")];
        var tried = await officer.UploadAsync(Encoding.UTF8.GetBytes(Table), "mapped", isTrial: true, leaving);
        tried.MainText.ShouldContain("This is what it would do 3 in the file: 2 new, 0 changed, 1 as before or left out.");
        tried.MainText.ShouldContain("Line 3, Tel: This is not a phone number.");
        (await app.GetAsync("/services/moorings-drama")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await officer.UploadAsync(Encoding.UTF8.GetBytes(Table), "mapped", isTrial: false, leaving)).MainText.ShouldContain("It is loaded 3 in the file: 2 new");
        var page = await app.GetAsync("/services/moorings-drama");
        page.MainText.ShouldContain("Drama for everybody.");
        page.Body.ShouldContain("https://www.example.org/drama");
        page.MainText.ShouldContain("01632 960200");
        (await app.GetAsync("/search?q=moorings+art")).All("a[href='/services/moorings-art']").ShouldNotBeEmpty();

        // Used again on the next table of theirs: what is the same stays, what is new changes.
        (await officer.UploadAsync(Encoding.UTF8.GetBytes(Table), "mapped", isTrial: false, leaving)).MainText.ShouldContain("0 new, 0 changed, 3 as before or left out");
        var next = Table.Replace("Art for everybody.", "Painting for everybody.", StringComparison.Ordinal);
        (await officer.UploadAsync(Encoding.UTF8.GetBytes(next), "mapped", isTrial: false, leaving)).MainText.ShouldContain("0 new, 1 changed, 2 as before or left out");
    }

    [Theory]
    [InlineData("", "Choose a table")]
    [InlineData("Club,Run by\n", "This has no row under its first line")]
    [InlineData("\0\0", "This is not a CSV file")]
    public async Task Look_AtWhatIsNoTable_SaysWhatToDo(string content, string words)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await LookAsync(officer, content);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain(words);
    }

    [Fact]
    public async Task Load_WithAMappingThatNobodySaved_IsRefused()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await officer.UploadAsync(Encoding.UTF8.GetBytes(Table), "mapped", isTrial: false, ("Mapping", "nobody's"), ("Source", "moorings"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("Choose what the columns of the table mean.");
    }

    [Fact]
    public async Task Load_AColumnIsMissingOrNew_IsToldAndNotPassedOver()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        const string Quay = "No,Title,Group,Text\nQ-1,Quay Choir,Example Quay,Singing for everybody.\n";
        var looked = await LookAsync(officer, Quay);
        (await looked.SubmitAsync(officer, "main form", ("Name", "Quay clubs"), ("Map[id]", "No"), ("Map[service_name]", "Title"), ("Map[organisation_name]", "Group"), ("Map[description]", "Text")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (string, string)[] choices = [("Mapping", "Quay clubs"), ("Source", "quay"), ("Kind", "activity"), ("LeaveOut", "yes")];

        var missing = await officer.UploadAsync(Encoding.UTF8.GetBytes(Quay.Replace("Text", "Words", StringComparison.Ordinal)), "mapped", isTrial: false, choices);
        missing.Status.ShouldBe(HttpStatusCode.BadRequest);
        missing.MainText.ShouldContain("There is no column Text, and “Quay clubs” reads it.");
        (await app.GetAsync("/services/quay-choir")).Status.ShouldBe(HttpStatusCode.NotFound);

        var more = Quay.Replace("Text\n", "Text,Wheelchairs\n", StringComparison.Ordinal).Replace("everybody.\n", "everybody.,yes\n", StringComparison.Ordinal);
        (await officer.UploadAsync(Encoding.UTF8.GetBytes(more), "mapped", isTrial: true, choices)).MainText.ShouldContain("“Quay clubs” reads nothing from the column Wheelchairs.");
        (await officer.UploadAsync(Encoding.UTF8.GetBytes(Quay), "mapped", isTrial: false, choices)).MainText.ShouldContain("It is loaded 1 in the file: 1 new");
        (await app.GetAsync("/services/quay-choir")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Save_WithANameOrAColumnThatIsTooLong_IsRefusedAndKeepsWhatWasChosen()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var looked = await LookAsync(officer, "Title,Group,Text\nA,B,C\n");

        var refused = await looked.SubmitAsync(
            officer, "main form", ("Name", new string('n', 61)), ("Map[service_name]", "Title"), ("Map[organisation_name]", "Group"), ("Map[description]", new string('x', 300)));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("up to 60 letters");
        refused.MainText.ShouldContain("One of these columns is not known.");
        refused.One("select[name='Map[service_name]'] option[selected]").GetAttribute("value").ShouldBe("Title");
    }

    private static async Task<Page> LookAsync(HttpClient officer, string content)
    {
        var form = await officer.PageAsync("/staff/listings/mappings");
        using var sent = new MultipartFormDataContent
        {
            { new StringContent(form.One("main form input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Upload", "clubs.csv" },
        };
        return await Page.ReadAsync(await officer.PostAsync(new Uri("/staff/listings/mappings?handler=Look", UriKind.Relative), sent));
    }
}
