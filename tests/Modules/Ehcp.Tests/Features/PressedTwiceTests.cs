using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>A button that is pressed twice, two officers who write the same, and days that no calendar holds: nothing is counted twice, and nothing that was typed is lost.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class PressedTwiceTests(App app)
{
    [Fact]
    public async Task Call_Fact_AndQuestionToTheFamily_PressedTwice_AreOne()
    {
        var (family, staff, record) = await LoggedAsync();
        using (staff)
        {
            foreach (var words in new[] { "First talk", "First talk", "Second talk" })
            {
                (await staff.FillInAsync($"{record}/calls/new", ("Person", $"{family.ParentId}"), ("Outcome", "Spoken"), ("Words", words))).Status.ShouldBe(HttpStatusCode.Redirect);
            }

            (await app.TouchpointsAsync(family.ChildId, "NA-10")).Count.ShouldBe(2, "two talks with other words are two");
            foreach (var words in new[] { "Likes trains", "Likes trains", "Likes ships" })
            {
                (await (await staff.PageAsync($"{record}/facts")).SubmitAsync(staff, "form#keep", [("Topic", "WhatHelps"), ("From", $"{family.ParentId}"), ("Words", words), .. Given.Date("ToldOn", app.Today())])).Status.ShouldBe(HttpStatusCode.Redirect);
            }

            foreach (var topic in new[] { "Home", "Home", "Hopes" })
            {
                (await (await staff.PageAsync($"{record}/facts")).SubmitAsync(staff, "form#ask", ("AskTopic", topic), ("Why", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
            }

            var id = Guid.Parse(record.Split('/')[^1]);
            (await app.AskAsync(context => context.Facts.CountAsync(fact => fact.RecordId == id, Given.Now))).ShouldBe(2);
            (await app.AskAsync(context => context.FactAsks.CountAsync(ask => ask.RecordId == id, Given.Now))).ShouldBe(2);
        }
    }

    [Fact]
    public async Task AskingAgain_AndAMeetingAfterANo_PressedTwice_AreOne()
    {
        var (_, staff, record) = await LoggedAsync();
        using (staff)
        {
            await staff.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-10));
            await staff.RecordedAsync(record, "AdviceRequested", app.Today().AddDays(-9), ("Adviser", "School"));
            var id = Guid.Parse(record.Split('/')[^1]);
            var asked = await app.AskAsync(context => context.Events.Where(one => one.RecordId == id && one.Kind == EventKind.AdviceRequested).Select(one => one.Id).SingleAsync(Given.Now));
            foreach (var answer in new[] { "On Friday", "On Friday", "On Monday" })
            {
                var page = await staff.FillInAsync($"{record}/advice/{asked}/chase", [("How", "Phone"), ("Answer", answer), .. Given.Date("On", app.Today())]);
                page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
            }

            (await app.AskAsync(context => context.AdviceChases.CountAsync(chase => chase.EventId == asked, Given.Now))).ShouldBe(2);
            await staff.RecordedAsync(record, "DecidedNotToIssue", app.Today(), ("Note", "Made-up reasons"));
            foreach (var note in new[] { "All came", "All came", "Nobody came" })
            {
                (await staff.FillInAsync($"{record}/way-forward/new", [("State", "Held"), ("Note", note), .. Given.Date("On", app.Today())])).Status.ShouldBe(HttpStatusCode.Redirect);
            }

            (await app.AskAsync(context => context.WayForwardMeetings.CountAsync(meeting => meeting.RecordId == id, Given.Now))).ShouldBe(2);
        }
    }

    [Fact]
    public async Task Event_ThatAnotherOfficerRecordedMeanwhile_IsRefusedOnTheForm_WithEverythingThatWasTyped()
    {
        var (_, staff, record) = await LoggedAsync();
        using (staff)
        {
            var form = await staff.PageAsync($"{record}/events/new?kind=DecidedNotToAssess");
            await staff.RecordedAsync(record, "DecidedToAssess", app.Today());

            var late = await form.SubmitAsync(staff, "main form[method=post]", [("Note", "Typed for an hour"), .. Given.Date("On", app.Today())]);

            late.Status.ShouldBe(HttpStatusCode.BadRequest, late.MainText);
            late.One("textarea[name=Note]").TextContent.ShouldContain("Typed for an hour");
            late.One(".summary").TextContent.Trim().ShouldNotBeEmpty();
            (await staff.PageAsync($"{record}/events/new?kind=DecidedNotToAssess")).Status.ShouldBe(HttpStatusCode.Redirect, "the form is not offered any more");
        }
    }

    [Fact]
    public async Task Days_ThatNoCalendarHolds_AreRefusedInWords()
    {
        var (_, staff, record) = await LoggedAsync();
        using (staff)
        {
            var (first, last) = (new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31));
            var away = await (await staff.PageAsync("/staff/ehcp/absences")).SubmitAsync(staff, "form#add", [("Cover", "somebody@example.org"), .. Given.Date("From", last), .. Given.Date("To", last)]);
            away.Status.ShouldBe(HttpStatusCode.BadRequest);
            away.One(".summary").TextContent.ShouldContain("more than a year away");
            var claim = await staff.FillInAsync(
                $"{record}/events/new?kind=ExceptionClaimed",
                [("Note", "Kept reasons"), ("Ground", "SchoolClosed"), ("Limit", "T02"), .. Given.Date("On", app.Today()), .. Given.Date("GroundFrom", first), .. Given.Date("GroundTo", last)]);
            claim.Status.ShouldBe(HttpStatusCode.BadRequest);
            claim.One("textarea[name=Note]").TextContent.ShouldContain("Kept reasons");
            foreach (var (kind, on) in new[] { ("DecidedToAssess", first), ("DecidedToAssess", last) })
            {
                (await staff.RecordAsync(record, kind, on)).Status.ShouldBe(HttpStatusCode.BadRequest);
            }
        }
    }

    private async Task<(MadeFamily Family, HttpClient Staff, string Record)> LoggedAsync()
    {
        var family = await app.FamilyAsync();
        var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        return (family, staff, await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30)));
    }
}
