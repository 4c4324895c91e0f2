using System.Net;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.NameLead;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Improvement.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>Updates are asked for until they are there, by whoever holds the role, on a clock of its own.</summary>
[Proves("improvement")]
public sealed class RemindersTests(App app) : IClassFixture<App>
{
    private const string Role = "Head of Safeguarding and Quality Assurance";
    private const string Part = "6.3";

    /// <summary>Working days before Tuesday 12 January 2027, counted by hand: Christmas Day, the Monday after Boxing Day and New Year's Day are none.</summary>
    private static readonly DateOnly[] Asked = [new(2026, 12, 17), new(2026, 12, 24), new(2027, 1, 5)];

    [Fact]
    public async Task Updates_AreAskedForThreeTimes_UntilTheyAreThere_AndTwoMissesAreEscalated()
    {
        var (first, second, third) = (new DateOnly(2027, 1, 12), new DateOnly(2027, 2, 23), new DateOnly(2027, 4, 6));
        StandOn(new DateOnly(2026, 12, 1));
        using var lead = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.HeadOfSend, Scope.Everything)]);
        await app.DoAsync(new NameLead(Role, $"{lead.AccountId:n}@example.org"));
        await app.DoAsync(new PlanBoard(first));
        await app.DoAsync(new PlanBoard(second));
        await app.DoAsync(new PlanBoard(third));

        for (var (day, count) = (new DateOnly(2026, 12, 1), 0); day < first; day = day.AddDays(1))
        {
            StandOn(day);
            await app.HandOutAsync();
            count += Asked.Contains(day) ? 1 : 0;
            (await RequestsAsync(lead.AccountId)).ShouldBe(count, $"{day:yyyy-MM-dd}");
        }

        (await EscalatedAsync()).ShouldBe(0);
        using var holder = await app.SignInAgainAsync(lead.AccountId);
        (await holder.PageAsync("/staff")).MainText.ShouldContain($"without an update: {Part}");
        StandOn(first.AddDays(1));
        await app.HandOutAsync();
        (await EscalatedAsync()).ShouldBe(0, "one miss");

        // Before the second board the update comes after the first time of asking: nobody asks again.
        var asked = second.AddDays(-21);
        StandOn(asked);
        await app.HandOutAsync();
        (await RequestsAsync(lead.AccountId)).ShouldBe(4);
        await app.DoAsync(new UpdatePart(await PartIdAsync(), 50, "Something", "None yet", "More", "", "No time"));
        using var told = await app.SignInAgainAsync(lead.AccountId);
        (await told.PageAsync("/staff")).MainText.ShouldNotContain($"without an update: {Part}");
        for (var day = asked; day <= second.AddDays(1); day = day.AddDays(1))
        {
            StandOn(day);
            await app.HandOutAsync();
        }

        (await RequestsAsync(lead.AccountId)).ShouldBe(4);

        // All others have been silent twice; the one that was told to one of the two boards has not.
        (await EscalatedAsync()).ShouldBe(51);
        StandOn(third.AddDays(1));
        await app.HandOutAsync();
        (await EscalatedAsync()).ShouldBe(51, "what is open is not raised again");
    }

    [Fact]
    public async Task Lead_WhoHasLeft_LeavesTheRoleToTheOffice_AndWhatTheyWroteStays()
    {
        const string Other = "Head of Public Health Intelligence";
        using var gone = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.HeadOfSend, Scope.Everything)]);
        using var next = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.HeadOfSend, Scope.Everything)]);
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var form = await office.PageAsync("/staff/improvement/leads");
        (await form.SubmitAsync(office, "main form", ("Role", Other), ("Email", "nobody@example.org"))).One(".summary").TextContent.ShouldContain("Nobody signs in with this address");
        (await form.SubmitAsync(office, "main form", ("Role", "King"), ("Email", ""))).One(".summary").TextContent.ShouldContain("Choose a role");
        (await form.SubmitAsync(office, "main form", ("Role", Other), ("Email", $"{gone.AccountId:n}@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);

        await using (var scope = OpenScope())
        {
            await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Database
                .ExecuteSqlAsync($"update accounts.accounts set state = 'left' where id = {gone.AccountId}", TestContext.Current.CancellationToken);
            (await LeadAsync(scope, Other)).HasLeft.ShouldBeTrue();
            var all = await scope.ServiceProvider.GetRequiredService<LeadReader>().ReadAsync(TestContext.Current.CancellationToken);
            all.SelectMany(lead => lead.Parts).DistinctBy(part => part.Id).Count().ShouldBe(52, "no part is without a role");
        }

        (await office.PageAsync("/staff/improvement/leads")).MainText.ShouldContain("whoever held it has left");
        await using (var scope = OpenScope())
        {
            var ownership = scope.ServiceProvider.GetServices<IOwnership>().OfType<LeadOwnership>().Single();
            (await ownership.OwnedByAsync(gone.AccountId, TestContext.Current.CancellationToken)).Single().Count.ShouldBe(1);
            app.Clock.Move(TimeSpan.FromMinutes(1));
            await ownership.MoveAsync(gone.AccountId, next.AccountId, "They left", TestContext.Current.CancellationToken);
            (await ownership.OwnedByAsync(gone.AccountId, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        await using var after = OpenScope();
        (await LeadAsync(after, Other)).Holder.ShouldBe(next.AccountId);
        var rows = await after.ServiceProvider.GetRequiredService<ImprovementDbContext>().LeadHolders.Where(holder => holder.Role == Other).OrderBy(holder => holder.At).ThenBy(holder => holder.Id)
            .Select(holder => holder.AccountId).ToListAsync(TestContext.Current.CancellationToken);
        rows.ShouldBe([gone.AccountId, next.AccountId], "who held it before stays written down");
    }

    [Fact]
    public async Task Board_OfAYearWithoutBankHolidays_IsRefused()
    {
        StandOn(new DateOnly(2027, 6, 1));
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);

        var page = await (await office.PageAsync("/staff/improvement/boards")).SubmitAsync(office, "main form", ("HeldOn.Day", "10"), ("HeldOn.Month", "4"), ("HeldOn.Year", "2029"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain("bank holidays of that year are not known");
    }

    private static async Task<Lead> LeadAsync(AsyncServiceScope scope, string role) =>
        (await scope.ServiceProvider.GetRequiredService<LeadReader>().ReadAsync(TestContext.Current.CancellationToken)).Single(lead => lead.Role == role);

    private void StandOn(DateOnly day) => app.Clock.StandAt(UkTime.At(day, new TimeOnly(10, 0)));

    private AsyncServiceScope OpenScope() => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    private async Task<Guid> PartIdAsync()
    {
        await using var scope = OpenScope();
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.Where(part => part.Reference == Part).Select(part => part.Id).SingleAsync();
    }

    private async Task<int> RequestsAsync(Guid account)
    {
        await using var scope = OpenScope();
        var key = $"%{account:n}";
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from messaging.requests where template = 'improvement.updates-due' and occurrence_key like {key}").SingleAsync();
    }

    private async Task<int> EscalatedAsync()
    {
        await using var scope = OpenScope();
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Matters.CountAsync(matter => matter.Kind == MatterKind.Escalation);
    }
}
