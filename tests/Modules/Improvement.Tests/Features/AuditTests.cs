using System.Net;
using MediatR;
using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.ReportBack;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

[Proves("improvement")]
public sealed class AuditTests(App app) : IClassFixture<App>
{
    private static readonly (string, string?)[] Good = [("Grade", "Good"), ("Observer", "The lead member"), ("Education", ""), ("Health", ""), ("SocialCare", ""), ("School", "")];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_IsDrawnOnce_CanBeDrawnAgainFromItsSeed_AndGoesFromFindingToReportBack()
    {
        await app.HistoriesAsync(501, records: 60);
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        (await office.PageAsync("/staff")).MainText.ShouldContain("The journeys of the last two months are not drawn");
        var form = await office.PageAsync("/staff/improvement/audits/draw");
        (await form.SubmitAsync(office, "main form", ("Kind", ""))).One(".summary").TextContent.ShouldContain("Choose what is audited");

        (await form.SubmitAsync(office, "main form", ("Kind", "Journeys"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitAsync(office, "main form", ("Kind", "Journeys"))).One(".summary").TextContent.ShouldContain("drawn already");

        await using var scope = Scope();
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        var draw = await context.AuditDraws.SingleAsync(one => one.Kind == AuditKind.Journeys, Now);
        var items = await context.AuditItems.Where(item => item.DrawId == draw.Id).OrderBy(item => item.Number).ToListAsync(Now);
        var frame = await scope.ServiceProvider.GetRequiredService<IAuditFrame>().UnitsAsync(AuditFrameKind.Journeys, draw.From, draw.Until, Now);
        items.Select(item => item.UnitId).ShouldBe(SampleDraw.Of(draw.Seed, frame.Select(unit => unit.Id), 4));
        draw.FrameDigest.ShouldBe(SampleDraw.DigestOf(frame.Select(unit => unit.Id)));
        draw.FrameSize.ShouldBe(frame.Count);

        // Who watches or keeps the audits sees how it was drawn, and never whom: that is for those who may read EHC records.
        var at = $"/staff/improvement/audits/{draw.Id}";
        using var guest = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.PartnerGuest, Platform.Security.Scope.Everything)]);
        var partner = guest.Client;
        var seen = await partner.PageAsync(at);
        seen.MainText.ShouldContain(draw.Seed);
        items.ShouldAllBe(item => !seen.Body.Contains($"{item.RecordId}", StringComparison.OrdinalIgnoreCase));
        (await office.PageAsync(at)).Body.ShouldNotContain($"{items[0].RecordId}");
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        (await head.PageAsync(at)).Body.ShouldContain($"{items[0].RecordId}");

        var audit = await office.PageAsync($"/staff/improvement/audits/items/{items[0].Id}");
        var refused = await audit.SubmitAsync(office, "main form", [.. Good.Skip(2), ("Grade", "Inadequate"), ("Observer", " ")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("Write which member of the board watched");
        refused.One(".summary").TextContent.ShouldContain("at least one agency");
        (await audit.SubmitAsync(office, "main form", [("Grade", "RequiresImprovement"), ("Observer", "The lead member"), ("Education", ""), ("Health", "Write down who gave the advice."), ("SocialCare", ""), ("School", ""), .. Day(app.Clock.Today().AddDays(20))])).Status
            .ShouldBe(HttpStatusCode.Redirect);
        (await audit.SubmitAsync(office, "main form", Good)).One(".summary").TextContent.ShouldContain("written this audit down already");

        var finding = await context.AuditFindings.SingleAsync(one => one.ItemId == items[0].Id, Now);
        var address = $"/staff/improvement/audits/findings/{finding.Id}";

        // Whoever speaks for no agency, or for another one, cannot report; the office says who speaks for which.
        await NameAsync(office, guest.AccountId, "SocialCare");
        var other = await partner.PageAsync(address);
        other.MainText.ShouldContain("You do not speak for this agency");
        other.All("main form").ShouldBeEmpty();
        (await partner.PageAsync(at)).All($"a[href='{address}']").ShouldBeEmpty();
        await RefusedAsync(guest.AccountId, finding.Id, "You do not speak for this agency");
        await NameAsync(office, guest.AccountId, "Health");
        (await office.PageAsync("/staff/improvement/audits/guests")).One("table").TextContent.ShouldContain("Health");
        (await partner.PageAsync(at)).All($"a[href='{address}']").Count.ShouldBe(1);
        var report = await partner.PageAsync(address);
        report.MainText.ShouldContain("Write down who gave the advice.");
        (await report.SubmitAsync(partner, "main form", ("Words", ""), ("IsDone", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await report.SubmitAsync(partner, "main form", ("Words", "We changed the form."), ("IsDone", "no"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await partner.PageAsync("/staff/improvement/audits")).MainText.ShouldContain("Write down who gave the advice.");
        (await report.SubmitAsync(partner, "main form", ("Words", "Everybody uses it."), ("IsDone", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var again = await report.SubmitAsync(partner, "main form", ("Words", "Once more."), ("IsDone", "no"));
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.One(".summary").TextContent.ShouldContain("Nobody reports on it again");
        (await partner.PageAsync(address)).All("main form").ShouldBeEmpty();
        var done = await partner.PageAsync(at);
        done.MainText.ShouldContain("Requires improvement");
        done.MainText.ShouldContain("Watched by: The lead member");
        done.MainText.ShouldContain("Everybody uses it.");
        (await partner.PageAsync("/staff/improvement/audits")).MainText.ShouldContain("Nothing is open.");
    }

    private static async Task NameAsync(HttpClient office, Guid account, string agency)
    {
        var form = await office.PageAsync("/staff/improvement/audits/guests");
        (await form.SubmitAsync(office, "main form", ("Email", "nobody@example.org"), ("Agency", agency))).One(".summary").TextContent.ShouldContain("Nobody signs in with this address");
        (await form.SubmitAsync(office, "main form", ("Email", $"{account:n}@example.org"), ("Agency", "King"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(office, "main form", ("Email", $"{account:n}@example.org"), ("Agency", agency))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>By the operation itself: the page has no form to post.</summary>
    private async Task RefusedAsync(Guid account, Guid finding, string why)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Staff, $"{account:D}");
        scope.ServiceProvider.GetRequiredService<Actor>().SignIn(ActorKind.Staff, $"{account:D}", [new Grant(Roles.PartnerGuest, Platform.Security.Scope.Everything)], factors: 2);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReportBack(finding, "We did.", true), Now);
        outcome.IsOk.ShouldBeFalse();
        outcome.Errors[0].Message.ShouldContain(why);
    }

    private AsyncServiceScope Scope() => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    private static (string, string?)[] Day(DateOnly day) => [("DueOn.Day", $"{day.Day}"), ("DueOn.Month", $"{day.Month}"), ("DueOn.Year", $"{day.Year}")];
}
