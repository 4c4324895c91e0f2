using System.Net;
using System.Text;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Plans;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>The plan is data: a second one comes from a file, whole or not at all.</summary>
[Proves("improvement")]
public sealed class PlanImportTests(App app) : IClassFixture<App>
{
    private const string Head = "kind,reference,of,title,text,leads,due,impact,measures,governance,ambition,narrative,recurring,note\n";

    private const string Strategy = Head
        + "part,S1.1a,S1.1,,\"(a) The first, with a comma\",,2027-02,,,,,,,\n"
        + "plan,made-up-strategy,,A made-up strategy,,,,,,,,,,\n"
        + "area,1,,A made-up area,What is asked for,Head of Inclusion,,,,A made-up board,,,,\n"
        + "action,S1.1,1,,What is done,Head of Inclusion/ A made-up role,Feb 27,It changes,,,,,,\n"
        + "part,S1.1b,S1.1,,(b) The second,,2027-03,,,,,,every_term,A note\n";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SecondPlan_IsTried_Loaded_SwitchedTo_AndTwiceChangesNothing()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        (await guest.PageAsync("/staff/improvement/plans/load")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await guest.PageAsync("/staff/improvement")).All("a[href*='plans/load'], a[href*='?plan=']").ShouldBeEmpty();
        (await office.PageAsync("/staff/improvement")).All("a[href='/staff/improvement/plans/load']").Count.ShouldBe(1);

        (await UploadAsync(office, Strategy, load: false)).MainText.ShouldContain("5 lines in the file: 5 new");
        (await CountsAsync()).ShouldBe((1, 6, 23, 52));
        (await UploadAsync(office, Strategy, load: true)).MainText.ShouldContain("It is loaded");
        (await CountsAsync()).ShouldBe((2, 7, 24, 54));
        (await UploadAsync(office, Strategy, load: true)).MainText.ShouldContain("This file is loaded already");
        (await CountsAsync()).ShouldBe((2, 7, 24, 54));

        // The first plan is the one that opens; each says which it is and leads to the other.
        var first = await guest.PageAsync("/staff/improvement");
        first.All("section th a").Count.ShouldBe(52);
        var second = await guest.PageAsync(first.One("a[href*='?plan=made-up-strategy']").GetAttribute("href")!);
        second.MainText.ShouldContain("A made-up strategy");
        second.All("section th a").Select(link => link.TextContent).ShouldBe(["S1.1a", "S1.1b"]);
        second.All("a[href='/staff/improvement?plan=send-2024']").Count.ShouldBe(1);
        var part = await guest.PageAsync(second.All("section th a")[1].GetAttribute("href")!);
        part.MainText.ShouldContain("A made-up strategy");
        part.MainText.ShouldContain("31 March 2027");
        part.MainText.ShouldContain("every term");
        (await guest.PageAsync("/staff/improvement?plan=none")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.PageAsync("/staff/improvement/leads")).MainText.ShouldContain("A made-up role");

        // A board reads of both.
        var pack = Encoding.UTF8.GetString((await app.WritePackAsync(await app.PlanBoardAsync())).Content);
        pack.ShouldContain("1. A made-up area of A made-up strategy");
        pack.ShouldContain("S1.1b");
    }

    [Fact]
    public async Task FileWithProblems_NamesEachByLineAndColumn_AndLoadsNothing()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var before = await CountsAsync();
        const string Wrong = Head
            + "plan,Bad Name,,,,,,,,,,,,\n"
            + "area,one,,Title,,Role,,,,Board,,,,\n"
            + "action,2.1,9,,Text,Role,Soon,Changes,,,,,,\n"
            + "part,X1,X,,Text,,February,,,,,,weekly,\n"
            + "part,X1,X,,,,2027-02,,,,,,,\n"
            + "thing,X2,X,,Text,,2027-02,,,,,,,\n";

        var page = await UploadAsync(office, Wrong, load: true);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        var said = page.All("main .list li b").Select(where => where.TextContent).ToList();
        said.ShouldBe(
        [
            "Line 2, reference:", "Line 2, title:", "Line 3, reference:", "Line 4, of:", "Line 4, reference:", "Line 5, due:", "Line 5, of:", "Line 5, recurring:", "Line 6, of:", "Line 6, reference:", "Line 6, text:",
            "Line 7, kind:",
        ]);
        page.MainText.ShouldContain("Another plan has 2.1 already");
        (await UploadAsync(office, "kind,reference\nplan,a\n", load: true)).MainText.ShouldContain("There is no column");
        (await UploadAsync(office, Head, load: true)).MainText.ShouldContain("The plan has no part");
        (await UploadAsync(office, Head + "plan,send-2024,,Again,,,,,,,,,,\n", load: true)).MainText.ShouldContain("loaded already, and its words never change");
        (await UploadAsync(office, null, load: true)).One(".summary").TextContent.ShouldContain("Choose a CSV file");
        (await CountsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Form_IsAFileThatLoads_AndTheCommandLineKnowsIt()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var form = await office.GetByteArrayAsync(new Uri("/staff/improvement/plans/load?as=form", UriKind.Relative), Now);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

        var report = await scope.ServiceProvider.GetServices<IImport>().Single(import => import.Name == "plan").RunAsync(new ImportFile("plan.csv", form), dryRun: true, Now);

        report.Problems.ShouldBeEmpty();
        report.Added.ShouldBe(4);
        (await scope.ServiceProvider.GetServices<IImport>().Single(import => import.Name == "plan").RunAsync(new ImportFile("plan.csv", new byte[PlanFile.MaximumBytes + 1]), dryRun: true, Now))
            .Problems.Single().Message.ShouldContain("larger than 1 MB");
    }

    private async Task<(int Plans, int Areas, int Actions, int Parts)> CountsAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        return (await context.Plans.CountAsync(Now), await context.Areas.CountAsync(Now), await context.Actions.CountAsync(Now), await context.Parts.CountAsync(Now));
    }

    private static async Task<Page> UploadAsync(HttpClient office, string? file, bool load)
    {
        var form = await office.PageAsync("/staff/improvement/plans/load");
        using var content = new MultipartFormDataContent { { new StringContent(form.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" } };
        if (file is not null)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Csv", "plan.csv");
        }

        return await Page.ReadAsync(await office.PostAsync(new Uri($"/staff/improvement/plans/load{(load ? "?handler=Load" : "")}", UriKind.Relative), content, Now));
    }
}
