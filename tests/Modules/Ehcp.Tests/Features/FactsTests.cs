using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Families tell us once: with source and date, reused where they agree, and asking again is counted.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class FactsTests(App app)
{
    private const string Own = "/my/ehc-plan/facts";

    [Fact]
    public async Task Fact_OfTheFamily_IsReadByTheOfficer_AndByTheAdviserOnlyWhereTheyAgree()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-60));
        using var parent = await app.SignInSurelyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).All($"a[href='{Own}']").ShouldNotBeEmpty();
        var refused = await parent.FillInAsync(Own, ("Words", "Kept words"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One("textarea[name=Words]").TextContent.ShouldContain("Kept words");
        (await parent.FillInAsync(Own, ("Topic", "WhatHelps"), ("Words", new string('x', 2001)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var (secret, shared) = ($"Secretwords {Guid.CreateVersion7():n}", $"Sharedwords {Guid.CreateVersion7():n}");
        (await parent.FillInAsync(Own, ("Topic", "WhatHelps"), ("Words", secret))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await parent.FillInAsync(Own, ("Topic", "WhatHelps"), ("Words", secret))).Status.ShouldBe(HttpStatusCode.Redirect, "pressed twice");
        (await parent.FillInAsync(Own, ("Topic", "HowToTalk"), ("Words", shared), ("Agreed", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.AskAsync(context => context.Facts.CountAsync(fact => fact.PersonId == family.ParentId, Given.Now))).ShouldBe(2);
        using (var once = await app.SignInFamilyAsync(family.ParentId))
        {
            var shut = await once.PageAsync(Own);
            shut.MainText.ShouldNotContain(shared, customMessage: "what was told is read with two factors");
            shut.All("main a[href^='/my/security?return=']").ShouldNotBeEmpty();
            (await parent.PageAsync(Own)).MainText.ShouldContain(shared, customMessage: "the control");
        }

        var (adviser, ask) = await AskedAsync(staff, record, family.ChildId);
        using (adviser)
        {
            var page = await adviser.Client.PageAsync(ask);
            page.MainText.ShouldContain(shared);
            page.MainText.ShouldNotContain(secret);
            (await staff.PageAsync(record)).All($"a[href='{record}/facts']").ShouldNotBeEmpty();
            (await staff.PageAsync($"{record}/facts")).MainText.ShouldSatisfyAllConditions(text => text.ShouldContain(secret), text => text.ShouldContain(shared), text => text.ShouldContain(app.Today().Short()));

            // They change their mind.
            var own = await parent.PageAsync(Own);
            (await own.SubmitAsync(parent, "form[action$='handler=Agree']:has(input[name=may][value=false])")).Status.ShouldBe(HttpStatusCode.Redirect);
            (await adviser.Client.PageAsync(ask)).MainText.ShouldNotContain(shared);
        }
    }

    [Fact]
    public async Task Fact_OfOneParent_IsNotForTheOther_AndNobodyAgreesForThem()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        await staff.LoggedAsync(other.ChildId, app.Today());
        using var parent = await app.SignInSurelyAsync(family.ParentId);
        using var stranger = await app.SignInSurelyAsync(other.ParentId);
        (await parent.FillInAsync(Own, ("Topic", "Home"), ("Words", "Ourwords"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await stranger.FillInAsync(Own, ("Topic", "Home"), ("Words", "Theirwords"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var fact = await app.AskAsync(context => context.Facts.SingleAsync(one => one.PersonId == family.ParentId, Given.Now));

        (await stranger.PageAsync(Own)).MainText.ShouldNotContain("Ourwords");
        (await (await stranger.PageAsync(Own)).SubmitAsync(stranger, "form[action$='handler=Agree']", ("fact", $"{fact.Id}"), ("may", "true"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.AskAsync(context => context.Facts.SingleAsync(one => one.Id == fact.Id, Given.Now))).AgreedAt.ShouldBeNull();
        (await parent.PageAsync(Own)).MainText.ShouldContain("Ourwords", customMessage: "the control");
    }

    [Fact]
    public async Task AskingAgain_NeedsAReason_AndIsCounted_AFactOverAYearOldDoesNot()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today());
        var address = $"{record}/facts";
        (await KeepAsync(staff, address, family, "Health", app.Today().AddDays(1))).One(".summary").TextContent.ShouldContain("has not come yet");
        (await KeepAsync(staff, address, family, "Health", app.Today().AddYears(-30))).One(".summary").TextContent.ShouldContain("before that");
        (await KeepAsync(staff, address, family, "Health", app.Today().AddDays(-5))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await KeepAsync(staff, address, family, "School", app.Today().AddMonths(-12).AddDays(-1))).Status.ShouldBe(HttpStatusCode.Redirect);
        var before = await KpiAsync();

        (await AskAsync(staff, address, "Health", "")).One(".summary").TextContent.ShouldContain("We were told on");
        (await AskAsync(staff, address, "Health", "It may have changed")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await AskAsync(staff, address, "School", "")).Status.ShouldBe(HttpStatusCode.Redirect, "it is over a year old");
        (await AskAsync(staff, address, "Hopes", "")).Status.ShouldBe(HttpStatusCode.Redirect, "nobody has told us");

        var after = await KpiAsync();
        (after.Part - before.Part, after.Whole - before.Whole).ShouldBe((1, 3));
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        (await head.PageAsync("/staff/ehcp/performance")).One("#asked-again-says").TextContent.ShouldContain($"({after.Part} of {after.Whole})");
        using var author = await app.SignInAsAsync(Roles.HeadOfSend);
        (await author.PageAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Share> KpiAsync()
    {
        await using var scope = app.Scope();
        var value = await scope.ServiceProvider.GetServices<IKpiSource>().OfType<EhcpKpis>().Single().ValueAsync("ehcp.asked-again", new KpiPeriod(app.Today(), app.Today()), Given.Now);
        return value is null ? default : new Share((int)value.Numerator, (int)value.Denominator!.Value);
    }

    private async Task<(SignedInClient Adviser, string Ask)> AskedAsync(HttpClient staff, string record, Guid child)
    {
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-20));
        await staff.RecordedAsync(record, "AdviceRequested", app.Today().AddDays(-9), ("Adviser", "Health"), ("Note", "What is asked"));
        var asked = await app.AskAsync(context => context.Events.Where(one => one.Kind == EventKind.AdviceRequested && context.Records.Any(record => record.Id == one.RecordId && record.ChildId == child)).Select(one => one.Id).SingleAsync(Given.Now));
        var adviser = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        (await staff.FillInAsync($"{record}/advice/{asked}/adviser", ("Email", $"{adviser.AccountId:n}@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);
        return (adviser, $"/staff/ehcp/my-advice/{asked}");
    }

    private static async Task<Page> KeepAsync(HttpClient staff, string address, MadeFamily family, string topic, DateOnly on) =>
        await (await staff.PageAsync(address)).SubmitAsync(staff, "form#keep", [("Topic", topic), ("From", $"{family.ParentId}"), ("Words", "Something"), .. Given.Date("ToldOn", on)]);

    private static async Task<Page> AskAsync(HttpClient staff, string address, string topic, string why) =>
        await (await staff.PageAsync(address)).SubmitAsync(staff, "form#ask", ("AskTopic", topic), ("Why", why));
}
