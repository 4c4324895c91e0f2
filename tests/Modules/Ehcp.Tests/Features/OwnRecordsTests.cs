using System.Net;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Features.My.SeeEasyRecords;
using Medway.LocalOffer.Ehcp.Features.My.SeeOwnRecords;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>What a family reads of its own record, and who else does not.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class OwnRecordsTests(App app)
{
    [Fact]
    public async Task Parent_FindsFromTheirPage_WhereTheyAre_WhoActsNext_AndByWhen()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day0 = app.Today().AddDays(-90);
        var record = await staff.LoggedAsync(family.ChildId, day0, ("Evidence", "Hiddenevidence"));
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my")).All(".cards a[href='/my/ehc-plan']").ShouldNotBeEmpty();
        var asked = await parent.PageAsync("/my/ehc-plan");
        asked.MainText.ShouldContain("Deciding whether to assess");
        asked.MainText.ShouldContain($"We tell you whether we will assess: by {day0.AddDays(42).Long()}");
        asked.MainText.ShouldContain("This is late, and we are sorry");
        asked.MainText.ShouldContain("ask the council");
        asked.MainText.ShouldNotContain("Hiddenevidence");

        await staff.RecordedAsync(record, "DecidedToAssess", day0.AddDays(41));
        await staff.RecordedAsync(record, "AdviceRequested", day0.AddDays(42), ("Adviser", "Health"));
        await staff.RecordedAsync(record, "AdviceRequested", day0.AddDays(60), ("Adviser", "School"));
        var page = await parent.PageAsync("/my/ehc-plan");
        page.MainText.ShouldContain("Gathering advice");
        page.MainText.ShouldContain($"health: late. It was due by {day0.AddDays(84).Long()}");
        page.MainText.ShouldContain($"the school: due by {day0.AddDays(102).Long()}");

        await staff.RecordedAsync(record, "DecidedToIssue", day0.AddDays(70));
        await staff.RecordedAsync(record, "DraftServed", day0.AddDays(85), ("SentBy", "Portal"));
        var draft = await parent.PageAsync("/my/ehc-plan");
        draft.MainText.ShouldContain("Draft plan: your turn");
        draft.MainText.ShouldContain($"Tell us what you think of the draft: by {day0.AddDays(99).Long()}");
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.Viewed.Name);
    }

    /// <summary>The page and the rule of every message are one function: whoever is held from the one is held from the other.</summary>
    [Fact]
    public async Task EachRestriction_HidesTheRecord_AndHoldsTheMessage()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        foreach (var reason in MadeFamilies.Restrictions.Where(reason => reason is not HeldReason.ContactPointUnusable and not HeldReason.ConfidentialAddress and not HeldReason.Refuge))
        {
            var family = await app.FamilyAsync();
            await staff.LoggedAsync(family.ChildId, app.Today());
            using var parent = await app.SignInFamilyAsync(family.ParentId);
            (await parent.PageAsync("/my/ehc-plan")).All("main section.text").Count.ShouldBe(1, $"before {reason}");
            (await MayBeToldAsync(family)).ShouldBeTrue($"before {reason}");

            await app.HoldAsync(family, reason);

            (await parent.PageAsync("/my/ehc-plan")).All("main section.text").ShouldBeEmpty($"{reason}");
            (await MayBeToldAsync(family)).ShouldBeFalse($"{reason}");
            (await parent.PageAsync("/my")).All(".cards a[href='/my/ehc-plan']").ShouldBeEmpty($"{reason}");
        }
    }

    [Fact]
    public async Task AnotherFamily_AndStaff_SeeNothing()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        using var stranger = await app.SignInFamilyAsync(other.ParentId);

        (await stranger.PageAsync("/my/ehc-plan")).MainText.ShouldContain("There is nothing to show you here");
        (await staff.PageAsync("/my/ehc-plan")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await app.GetAsync("/my/ehc-plan")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task YoungPerson_SeesTheirOwnFromTheSwitchOn_AndAChildDoesNot()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var today = app.Today();
        foreach (var (born, sees) in new[] { (today.AddYears(-18), true), (today.AddYears(-14), false) })
        {
            var child = await app.ChildAsync(born);
            var record = await staff.LoggedAsync(child, today);
            using var own = await app.SignInFamilyAsync(child, Roles.YoungPerson);
            (await own.PageAsync("/my/ehc-plan")).All("main section.text").Count.ShouldBe(sees ? 1 : 0);
            (await staff.PageAsync(record)).MainText.Contains("decisions are theirs", StringComparison.Ordinal).ShouldBe(sees);
        }
    }

    [Fact]
    public async Task EasyReadTwin_SaysTheSameWithPictures_AndNamesTheOfficer()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-60));
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).All("main a[href='/my/ehc-plan/easy-read']").ShouldNotBeEmpty();

        var easy = await parent.PageAsync("/my/ehc-plan/easy-read");
        easy.MainText.ShouldContain("We are reading it.");
        easy.MainText.ShouldContain("This is late.");
        easy.All("main .easy__list .draw").Count.ShouldBe(5);
        var officer = await OfficerAsync(record);
        easy.MainText.ShouldContain($"Your SEND officer is {officer}.");
        (await parent.PageAsync("/my/ehc-plan")).MainText.ShouldContain($"Your SEND officer, {officer}:");

        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
        (await parent.PageAsync("/my/ehc-plan/easy-read")).MainText.ShouldContain("We said yes.");
        using var stranger = await app.SignInFamilyAsync((await app.FamilyAsync()).ParentId);
        (await stranger.PageAsync("/my/ehc-plan/easy-read")).MainText.ShouldContain("There is nothing to show you here.");
    }

    [Fact]
    public void EasyWords_OfEveryStage_AreOneThoughtALine()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var words = EasyWords.Of(stage);
            words.Where.Concat(words.You).Append(words.Who).ShouldAllBe(line => line.Split(' ').Length <= 10 && line.EndsWith('.') || line.EndsWith('?'), $"{stage}");
            ReadingAge.Of([.. words.Where, .. words.You]).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, $"{stage}");
        }
    }

    [Fact]
    public void Words_OfEveryStage_CanBeReadAtEleven()
    {
        var texts = Enum.GetValues<Stage>().Select(FamilyWords.Of).Distinct().SelectMany(words => new[] { words.Where, words.Now, words.Who, words.You }).ToList();

        texts.ShouldAllBe(text => text.Length > 0);
        ReadingAge.Of(texts).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader);
    }

    private async Task<string> OfficerAsync(string record)
    {
        await using var scope = app.Scope();
        var id = Guid.Parse(record.Split('/')[^1]);
        var officer = await scope.ServiceProvider.GetRequiredService<EhcpDbContext>().Records.Where(one => one.Id == id).Select(one => one.CoordinatorId).SingleAsync(Given.Now);
        return (await scope.ServiceProvider.GetRequiredService<IStaffNames>().OfAsync([$"{officer}"], Given.Now))[$"{officer}"];
    }

    private async Task<bool> MayBeToldAsync(MadeFamily family)
    {
        await using var scope = app.Scope();
        var rule = scope.ServiceProvider.GetServices<ISendRule>().OfType<RecordSendRule>().Single();
        rule.IsAbout("casework").ShouldBeTrue();
        rule.IsAbout("statutory").ShouldBeTrue();
        return (await rule.AskAsync(
            new SendQuestion(Guid.CreateVersion7(), "x", "x", "casework", MessageChannel.Email, family.ParentId, family.ChildId, SendStep.Send), Given.Now)).MaySend;
    }
}
