using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Advice that is waited for: listed by who gives it, in My work when it is late, and asked for again.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class AdviceTests(App app)
{
    [Fact]
    public async Task LateAdvice_StandsInMyWorkByProvider_IsAskedForAgain_AndLeavesWhenItComes()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var asked = app.Today().AddDays(-43);
        var record = await RecordAsync(staff, family.ChildId, asked, ("Health", asked), ("School", app.Today().AddDays(-42)));
        var work = await staff.PageAsync("/staff");
        work.All("a[href='/staff/ehcp/advice?from=Health&show=late']").Count.ShouldBe(1);
        work.All("a[href='/staff/ehcp/advice?from=School&show=late']").ShouldBeEmpty("the school’s six weeks end today");
        work.All("a[href='/staff/ehcp/advice']").ShouldNotBeEmpty("it is in the menu");

        var list = await staff.PageAsync("/staff/ehcp/advice?from=Health&show=late&whose=mine");
        list.MainText.ShouldContain($"{asked.AddDays(42).Short()} · late");
        var chase = list.One($"a[href^='{record}/advice/']").GetAttribute("href")!;
        var form = await staff.PageAsync(chase);
        form.MainText.ShouldContain("Please send what you know");
        (await staff.FillInAsync(chase, [("How", "Phone"), ("Answer", "They look for it"), .. Given.Date("On", app.Today()), .. Given.Date("PromisedFor", app.Today().AddDays(7))]))
            .Status.ShouldBe(HttpStatusCode.Redirect);

        var after = await staff.PageAsync("/staff/ehcp/advice?from=Health&show=late&whose=mine");
        after.MainText.ShouldContain($"{app.Today().Short()}, promised for {app.Today().AddDays(7).Short()}");
        after.MainText.ShouldContain($"{asked.AddDays(42).Short()} · late", Case.Sensitive, "the limit has not moved");
        (await staff.PageAsync(chase)).MainText.ShouldContain("They look for it");
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.AdviceChased.Name);
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.LateAdviceListed.Name);

        await staff.RecordedAsync(record, "AdviceReceived", app.Today(), ("Adviser", "Health"));
        (await staff.PageAsync("/staff")).All("a[href='/staff/ehcp/advice?from=Health&show=late']").ShouldBeEmpty();
        (await staff.PageAsync("/staff/ehcp/advice?whose=mine")).All($"a[href^='{record}/advice/']").Count.ShouldBe(1, "the school’s advice is waited for");
        var none = await staff.FillInAsync(chase, [("How", "Phone"), ("Answer", "x"), .. Given.Date("On", app.Today())]);
        none.One(".summary").TextContent.ShouldContain("This advice is here");
    }

    [Fact]
    public async Task AskedAgainAfterItCame_IsWaitedForAgain()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await RecordAsync(staff, family.ChildId, app.Today().AddDays(-90), ("Health", app.Today().AddDays(-89)));
        await staff.RecordedAsync(record, "AdviceReceived", app.Today().AddDays(-60), ("Adviser", "Health"));
        (await staff.PageAsync("/staff/ehcp/advice?whose=mine")).All($"a[href^='{record}/advice/']").ShouldBeEmpty();

        await staff.RecordedAsync(record, "AdviceRequested", app.Today().AddDays(-50), ("Adviser", "Health"), ("Note", "More, please"));

        (await staff.PageAsync("/staff/ehcp/advice?whose=mine&show=late")).All($"a[href^='{record}/advice/']").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("How", "", "Choose how you asked")]
    [InlineData("Answer", "", "Write what they said")]
    [InlineData("On.Year", "2099", "has not come yet")]
    [InlineData("On.Year", "2015", "Nobody can have asked again before that")]
    [InlineData("On.Month", "13", "four digits")]
    [InlineData("PromisedFor.Year", "2015", "before you asked")]
    public async Task Chase_WithBadInput_SaysWhatIsWrong_AndKeepsWhatWasTyped(string field, string value, string says)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await RecordAsync(staff, family.ChildId, app.Today().AddDays(-60), ("Health", app.Today().AddDays(-59)));
        var id = await EventIdAsync(family.ChildId);
        Dictionary<string, string?> fields = new() { ["How"] = "Email", ["Answer"] = "Kept" };
        foreach (var (name, typed) in Given.Date("On", app.Today()).Concat(Given.Date("PromisedFor", app.Today())))
        {
            fields[name] = typed;
        }

        fields[field] = value;
        var page = await staff.FillInAsync($"{record}/advice/{id}/chase", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(says);
        page.One("[name='On.Day']").GetAttribute("value").ShouldBe($"{app.Today().Day}");
        (await app.AskAsync(context => context.AdviceChases.CountAsync(chase => chase.EventId == id, Given.Now))).ShouldBe(0);
    }

    [Fact]
    public async Task OutOfCaseload_IsNotListed_AndCannotBeChased()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await RecordAsync(staff, family.ChildId, app.Today().AddDays(-60), ("Health", app.Today().AddDays(-59)));
        using var other = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())));
        var chase = $"{record}/advice/{await EventIdAsync(family.ChildId)}/chase";

        (await other.PageAsync("/staff/ehcp/advice")).All($"a[href='{chase}']").ShouldBeEmpty();
        (await other.PageAsync(chase)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await staff.PageAsync("/staff/ehcp/advice?whose=mine")).All($"a[href='{chase}']").Count.ShouldBe(1);
        (await staff.PageAsync($"{record}/advice/{Guid.CreateVersion7()}/chase")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await staff.PageAsync("/staff/ehcp/advice?from=Nonsense&sort=x&page=99999999")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Adviser_SignsIn_SendsTheirAdvice_AndItIsAnEventOfTheRecord()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await RecordAsync(staff, family.ChildId, app.Today().AddDays(-50), ("Health", app.Today().AddDays(-49)));
        using var adviser = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        var id = await EventIdAsync(family.ChildId);
        (await staff.PageAsync($"{record}/advice/{id}/chase")).All($"a[href='{record}/advice/{id}/adviser']").ShouldNotBeEmpty();
        var nobody = await staff.FillInAsync($"{record}/advice/{id}/adviser", ("Email", "nobody@example.org"));
        nobody.Status.ShouldBe(HttpStatusCode.BadRequest);
        nobody.One("[name=Email]").GetAttribute("value").ShouldBe("nobody@example.org");
        (await adviser.Client.PageAsync($"/staff/ehcp/my-advice/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, "nobody has asked them");
        (await staff.FillInAsync($"{record}/advice/{id}/adviser", ("Email", $"{adviser.AccountId:n}@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var work = await adviser.Client.PageAsync("/staff");
        work.All($"a[href='/staff/ehcp/my-advice/{id}']").ShouldNotBeEmpty();
        work.All("a[href='/staff/ehcp/my-advice']").ShouldNotBeEmpty("it is in the menu");
        (await adviser.Client.FillInAsync($"/staff/ehcp/my-advice/{id}", ("Advice", ""))).One(".summary").TextContent.ShouldContain("Write your advice");

        var form = await adviser.Client.PageAsync($"/staff/ehcp/my-advice/{id}");
        var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.SubmitAsync(adviser.Client, "main form[method=post]", [("Advice", "Quiverwords of the nurse")])));

        pages.Count(page => page.Status == HttpStatusCode.Redirect).ShouldBe(1);
        pages.ShouldAllBe(page => (int)page.Status < 500);
        (await staff.PageAsync(record)).DateRow("Give advice: Health").ShouldContain("Done late");
        (await staff.PageAsync($"{record}/pathway")).MainText.ShouldContain("Quiverwords of the nurse");
        (await adviser.Client.PageAsync($"/staff/ehcp/my-advice/{id}")).MainText.ShouldContain("Quiverwords of the nurse");
        (await adviser.Client.PageAsync("/staff")).All($"a[href='/staff/ehcp/my-advice/{id}']").ShouldBeEmpty();
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        var own = await parent.PageAsync("/my/ehc-plan");
        own.MainText.ShouldContain($"health: here since {app.Today().Long()}");
        own.MainText.ShouldNotContain("Quiverwords");
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.AdviceGiven.Name);
        await using var database = Npgsql.NpgsqlDataSource.Create(app.ConnectionString!);
        await using var plain = database.CreateCommand("select count(*) from ehcp.advice_asks a where a::text like '%Quiverwords%' or encode(a.advice, 'escape') like '%Quiverwords%'");
        ((long)(await plain.ExecuteScalarAsync(Given.Now))!).ShouldBe(0);
    }

    [Fact]
    public async Task Officer_HasNoAdviceAskedOfThem_AndAnAdviserChasesNobody()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        using var adviser = await app.SignInAsAsync(Roles.AdviceGiver);

        (await staff.PageAsync("/staff/ehcp/my-advice")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await adviser.PageAsync("/staff/ehcp/advice")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await adviser.PageAsync("/staff/ehcp/my-advice")).MainText.ShouldContain("Nobody has asked you for advice");
    }

    private Task<Guid> EventIdAsync(Guid child) => app.AskAsync(context => context.Events
        .Where(one => one.Kind == EventKind.AdviceRequested && context.Records.Any(record => record.Id == one.RecordId && record.ChildId == child)).Select(one => one.Id).SingleAsync(Given.Now));

    private static async Task<string> RecordAsync(HttpClient staff, Guid child, DateOnly decided, params (string Adviser, DateOnly On)[] asked)
    {
        var record = await staff.LoggedAsync(child, decided.AddDays(-20));
        await staff.RecordedAsync(record, "DecidedToAssess", decided);
        foreach (var (adviser, on) in asked)
        {
            await staff.RecordedAsync(record, "AdviceRequested", on, ("Adviser", adviser), ("Note", "Please send what you know"));
        }

        return record;
    }
}
