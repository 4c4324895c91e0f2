using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>"Do you know what happens next?" at four points, and the form that goes with every draft.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class FeedbackTests(App app)
{
    private const string Own = "/my/ehc-plan/feedback";

    [Fact]
    public async Task Draft_GoesWithTheForm_AndTheAnswerIsReadWithoutAName()
    {
        var family = await app.FamilyAsync();
        var draft = await DraftedAsync(family);
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync(Own)).MainText.ShouldContain("We have no question for you now", customMessage: "nothing has left yet");
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await parent.PageAsync("/my/ehc-plan/messages")).All($"a[href='{Own}?about={draft.Id}']").ShouldNotBeEmpty();
        (await parent.PageAsync("/my/ehc-plan")).All($"a[href='{Own}']").ShouldNotBeEmpty();
        var shut = await parent.PageAsync("/my/ehc-plan/messages");
        shut.MainText.ShouldNotContain("tell us how it was for you", Case.Insensitive, "a draft is read with two factors");
        shut.All("main a[href^='/my/security?return=']").ShouldNotBeEmpty();
        var asking = await parent.PageAsync("/my/ehc-plan/questions");
        asking.One("main form[method=post]").SetAttribute("action", "/my/ehc-plan/messages");
        (await asking.SubmitAsync(parent, "main form[method=post]", ("Id", $"{draft.Id}"))).Response.Headers.Location!.ToString().ShouldStartWith("/my/security?return=");
        (await app.AskAsync(context => context.Touchpoints.SingleAsync(one => one.Id == draft.Id, Given.Now))).ConfirmedAt.ShouldBeNull("nobody has what they could not read");
        using var sure = await app.SignInSurelyAsync(family.ParentId);
        (await sure.PageAsync("/my/ehc-plan/messages")).MainText.ShouldContain("tell us how it was for you", Case.Insensitive);
        (await sure.FillInAsync("/my/ehc-plan/messages", ("Id", $"{draft.Id}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.AskAsync(context => context.Touchpoints.SingleAsync(one => one.Id == draft.Id, Given.Now))).ConfirmedAt.ShouldNotBeNull("the control");

        var empty = await parent.FillInAsync(Own, ("Words", "Kept words"));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.One(".summary").TextContent.ShouldContain("Choose one of the three");
        empty.One("textarea[name=Words]").TextContent.ShouldContain("Kept words");
        (await parent.FillInAsync(Own, ("KnowsNext", "Yes"))).Status.ShouldBe(HttpStatusCode.BadRequest, "of a draft we ask more");
        (await parent.FillInAsync(Own, ("KnowsNext", "Yes"), ("WasGood", "Partly"), ("Words", new string('x', 2001)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var words = $"Somebody listened {Guid.CreateVersion7():n}";
        (await parent.FillInAsync(Own, ("KnowsNext", "Yes"), ("WasGood", "Partly"), ("Words", words))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await parent.PageAsync(Own)).MainText.ShouldContain("You have answered all our questions");

        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        (await manager.PageAsync("/staff")).All("a[href='/staff/ehcp/feedback']").ShouldNotBeEmpty("it is in the menu");
        var read = await manager.PageAsync("/staff/ehcp/feedback");
        read.MainText.ShouldContain(words);
        read.MainText.ShouldNotContain("Madeup");
        (await manager.PageAsync($"/staff/ehcp/records/{draft.RecordId}")).MainText.ShouldContain("Madeup", customMessage: "the control: names are on the record");
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(EhcpAudit.FeedbackRead.Name);
        (await staff.PageAsync("/staff/ehcp/feedback")).Status.ShouldBe(HttpStatusCode.Forbidden, "whoever it may be about does not read it");

        // The last answer counts, once.
        (await parent.FillInAsync($"{Own}?about={draft.Id}", ("KnowsNext", "No"), ("WasGood", "No"), ("Words", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        var answer = await app.AskAsync(context => context.Answers.SingleAsync(one => one.TouchpointId == draft.Id, Given.Now));
        (answer.KnowsNext, answer.WasGood, answer.Words).ShouldBe((FamilySays.No, FamilySays.No, null));
        await using var scope = app.Scope();
        (await scope.ServiceProvider.GetServices<IPersonalData>().OfType<TouchpointData>().Single().ExportAsync(family.ParentId, Given.Now)).ShouldContain(record => record.What == "How it was for you");
    }

    [Fact]
    public async Task NobodyAnswersForSomebodyElse_AndWhoeverMayNotSee_IsNotAsked()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        var draft = await DraftedAsync(family);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var theirs = await DraftedAsync(other);
        (await staff.FillInAsync(theirs.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        using var stranger = await app.SignInFamilyAsync(other.ParentId);

        (await stranger.FillInAsync(Own, ("Id", $"{draft.Id}"), ("KnowsNext", "Yes"), ("WasGood", "Yes"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.AskAsync(context => context.Answers.AnyAsync(one => one.TouchpointId == draft.Id, Given.Now))).ShouldBeFalse();
        (await stranger.FillInAsync(Own, ("KnowsNext", "Yes"), ("WasGood", "Yes"))).Status.ShouldBe(HttpStatusCode.Redirect, "the control: their own");

        await app.HoldAsync(family, HeldReason.NoContactOrder);
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync(Own)).MainText.ShouldContain("We have no question for you now");
    }

    [Fact]
    public async Task PhoneAnswer_IsWrittenDownOnce_AndIsTheirsToChange()
    {
        var family = await app.FamilyAsync();
        var draft = await DraftedAsync(family);
        var record = $"/staff/ehcp/records/{draft.RecordId}";
        var address = $"{record}/touchpoints/{draft.Id}/answer";
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, "nothing has left yet");
        (await staff.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync(record)).All($"a[href='{address}']").ShouldHaveSingleItem();

        var empty = await staff.FillInAsync(address, ("KnowsNext", "Partly"), ("Words", "Kept words"));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest, "of a draft we ask more");
        empty.One(".summary").TextContent.ShouldContain("Choose one of the three");
        empty.One("textarea[name=Words]").TextContent.ShouldContain("Kept words");
        (await staff.FillInAsync(address, ("KnowsNext", "nonsense"), ("WasGood", "No"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.FillInAsync(address, ("KnowsNext", "Yes"), ("WasGood", "No"), ("Words", new string('x', 2001)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var form = await staff.PageAsync(address);
        var words = $"Said on the phone {Guid.CreateVersion7():n}";
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SubmitAsync(staff, "main form[method=post]", ("KnowsNext", "Partly"), ("WasGood", "No"), ("Words", words))));
        sent.Count(one => one.Status == HttpStatusCode.Redirect).ShouldBe(1);
        sent.Count(one => one.Status == HttpStatusCode.Conflict).ShouldBe(3);

        var answer = await app.AskAsync(context => context.Answers.AsNoTracking().SingleAsync(one => one.TouchpointId == draft.Id, Given.Now));
        (answer.KnowsNext, answer.WasGood, answer.Words).ShouldBe((FamilySays.Partly, FamilySays.No, words));
        answer.WrittenBy.ShouldNotBeNull();
        var again = await staff.PageAsync(address);
        again.MainText.ShouldContain("They have answered already");
        again.MainText.ShouldNotContain(words, Case.Sensitive, "whoever it may be about does not read it");
        (await staff.PageAsync(record)).All($"a[href='{address}']").ShouldBeEmpty();
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        (await manager.PageAsync("/staff/ehcp/feedback")).MainText.ShouldContain(words);
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(EhcpAudit.HowItWasTold.Name);

        // It is theirs: they read it, and the last answer counts.
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync($"{Own}?about={draft.Id}")).One("textarea[name=Words]").TextContent.ShouldContain(words);
        (await parent.FillInAsync($"{Own}?about={draft.Id}", ("KnowsNext", "Yes"), ("WasGood", "Yes"), ("Words", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        answer = await app.AskAsync(context => context.Answers.AsNoTracking().SingleAsync(one => one.TouchpointId == draft.Id, Given.Now));
        (answer.KnowsNext, answer.Words, answer.WrittenBy).ShouldBe((FamilySays.Yes, null, null));
    }

    [Fact]
    public async Task PhoneAnswer_OfWhoeverMayNotBeTold_OrOfAnotherRecord_IsNotFound()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        var (draft, theirs) = (await DraftedAsync(family), await DraftedAsync(other));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync($"/staff/ehcp/records/{draft.RecordId}/touchpoints/{draft.Id}/answer")).Status.ShouldBe(HttpStatusCode.OK, "the control");
        (await staff.PageAsync($"/staff/ehcp/records/{theirs.RecordId}/touchpoints/{draft.Id}/answer")).Status.ShouldBe(HttpStatusCode.NotFound);

        await app.HoldAsync(family, HeldReason.NoContactOrder);

        (await staff.PageAsync($"/staff/ehcp/records/{draft.RecordId}/touchpoints/{draft.Id}/answer")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TwoAnswersAtOnce_AreOne()
    {
        var family = await app.FamilyAsync();
        var draft = await DraftedAsync(family);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        var page = await parent.PageAsync(Own);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync(parent, "main form[method=post]", ("KnowsNext", "Yes"), ("WasGood", "Yes"))));

        sent.ShouldAllBe(one => one.Status == HttpStatusCode.Redirect);
        (await app.AskAsync(context => context.Answers.CountAsync(one => one.TouchpointId == draft.Id, Given.Now))).ShouldBe(1);
    }

    [Theory]
    [InlineData(9, "fewer than 10")]
    [InlineData(20, "10")]
    public void Answers_OfFewerThanTen_AreShownToNobody(int yes, string shown)
    {
        List<FamilySays> said = [.. Enumerable.Repeat(FamilySays.Yes, yes), .. Enumerable.Repeat(FamilySays.No, 10)];

        var points = ShownNumbers.OfAnswers.Counts(LedgerFacts.Bands(said));

        (yes < 10 ? points[0] : points[2]).InWords.ShouldBe(shown);
        ShownNumbers.OfAnswers.Percent("", new Share(3, 9)).Value.ShouldBeNull();
    }

    [Fact]
    public async Task PerformancePageAndKpi_CountTheAnswers()
    {
        var family = await app.FamilyAsync();
        var draft = await DraftedAsync(family);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.FillInAsync(Own, ("KnowsNext", "Yes"), ("WasGood", "No"))).Status.ShouldBe(HttpStatusCode.Redirect);

        await using var scope = app.Scope();
        var source = scope.ServiceProvider.GetServices<IKpiSource>().OfType<EhcpKpis>().Single();
        var all = await app.AskAsync(context => context.Answers.CountAsync(Given.Now));
        var year = new KpiPeriod(app.Today().AddYears(-1), app.Today());
        (await source.ValueAsync("ehcp.knows-what-happens-next", year, Given.Now)).ShouldNotBeNull().Denominator.ShouldBe(all);
        (await source.ValueAsync("ehcp.draft-was-good", year, Given.Now)).ShouldNotBeNull().Numerator.ShouldBeLessThan(all);
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        var page = await head.PageAsync("/staff/ehcp/performance");
        page.One("#knows-next-says").TextContent.ShouldContain("Fewer than ten answers are shown to nobody");
        page.One("#drafts-says").TextContent.ShouldContain("The form goes with every draft");
        page.All("figure[aria-labelledby='knows-next-after-title'] details tbody tr").Count.ShouldBe(4);
    }

    private async Task<Touchpoint> DraftedAsync(MadeFamily family)
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-100));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-60));
        await staff.RecordedAsync(record, "DecidedToIssue", app.Today().AddDays(-20));
        await staff.RecordedAsync(record, "DraftServed", app.Today(), ("SentBy", "Portal"));
        return (await app.TouchpointsAsync(family.ChildId, FamilyAnswer.Draft)).Single(one => one.PersonId == family.ParentId);
    }
}
