using System.Net;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>viewers.csv: who sees a record, on which pages and in which messages. A host of its own, because some rows stand on a day of their own.</summary>
[Proves("ehcp")]
public sealed class ViewersTests(App app) : IClassFixture<App>
{
    private const string OwnPage = "/my/ehc-plan";

    private const string EasyPage = "/my/ehc-plan/easy-read";

    /// <summary>Names the record to whoever was told something about it.</summary>
    private const string ToldPage = "/my/ehc-plan/messages";

    private const string FactsPage = "/my/ehc-plan/facts";
    private const string QuestionsPage = "/my/ehc-plan/questions";
    private const string PlanPage = "/my/documents/ehc-plan/";
    private const string PlanText = "Wombatwords";

    private static readonly List<string> Classes = ["casework", "statutory"];

    private static readonly IReadOnlyList<CsvRow> Rows = CsvTable.Read(
        new ImportFile("viewers.csv", File.ReadAllBytes(Repository.At("tests/Modules/Ehcp.Tests/Features/viewers.csv"))), "viewer", "pages", "messages", "told", "held", "why").Rows;

    public static TheoryData<string> Viewers => [.. Rows.Select(row => row["viewer"])];

    [Fact]
    public void Table_HasTwentyFourRows_EachOnceAndWithAReason()
    {
        Rows.Count.ShouldBe(24);
        Rows.Select(row => row["viewer"]).ShouldBeUnique();
        Rows.ShouldAllBe(row => row["why"].Length > 0);
        Rows.ShouldAllBe(row => row["pages"] == "" || row["held"] == "");
    }

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task Viewer_SeesExactlyWhatTheRowSays_OnEveryPageAndMessage(string viewer)
    {
        var row = Rows.Single(row => row["viewer"] == viewer);
        try
        {
            if (Scenes.DayOf(viewer) is { } day)
            {
                app.Clock.StandAt(UkTime.StartOf(day).AddHours(12));
            }

            var scene = (await new Scenes(app).MakeAsync(viewer)).ShouldNotBeNull("somebody sets the row up");
            using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
            var record = await staff.LoggedAsync(scene.ChildId, app.Today().AddDays(-20));
            await staff.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-10));
            await staff.RecordedAsync(record, "AdviceRequested", app.Today().AddDays(-9), ("Adviser", viewer == "health_adviser" ? "Health" : "School"));
            await staff.RecordedAsync(record, "DecidedToIssue", app.Today().AddDays(-5));
            await staff.BegunAsync(record);
            await staff.WrittenAsync(record, PlanText, withSchool: false);
            await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");

            (await PagesAsync(scene.ViewerId, scene.Role, scene.ChildId)).ShouldBe(Words(row["pages"]), row["why"]);
            (await MessagesAsync(scene.ViewerId, scene.ChildId)).ShouldBe(Words(row["messages"]), row["why"]);
            (await ToldAsync(scene.ViewerId, scene.ChildId)).ShouldBe(Words(row["told"]), row["why"]);
            (await HeldAsync(scene.ViewerId, scene.ChildId)).ShouldBe(Words(row["held"]), row["why"]);

            // The same record is there for somebody who may see it, and not for a stranger.
            (await PagesAsync(scene.ParentId, Roles.FamilyParty, scene.ChildId)).ShouldContain(OwnPage, "the control sees it");
            (await MessagesAsync(scene.ParentId, scene.ChildId)).ShouldBe(Classes, "the control is told");
            (await ToldAsync(scene.ParentId, scene.ChildId)).ShouldBe(["everybody"], "the control is told by itself");
            if (viewer == "separated_parent_confidential_address")
            {
                using var lead = await app.SignInAsAsync(Roles.DutyLead);
                (await lead.PageAsync($"/staff/people/{scene.ViewerId}/restrictions")).MainText.ShouldContain(Scenes.Street, Case.Sensitive, "the street is there to be hidden");
            }

            var stranger = await app.FamilyAsync();
            (await PagesAsync(stranger.ParentId, Roles.FamilyParty, scene.ChildId)).ShouldBeEmpty();
            (await MessagesAsync(stranger.ParentId, scene.ChildId)).ShouldBeEmpty();
            (await ToldAsync(stranger.ParentId, scene.ChildId)).ShouldBeEmpty();
        }
        finally
        {
            app.Clock.Run();
        }
    }

    /// <summary>From the eighteenth birthday on there is no parental responsibility to ask for: being something to the young person is not enough.</summary>
    [Theory]
    [InlineData(RelationshipKind.Parent, true, true, true, true)]
    [InlineData(RelationshipKind.Parent, true, false, false, false)]
    [InlineData(RelationshipKind.AdoptiveParent, true, false, false, false)]
    [InlineData(RelationshipKind.Parent, false, false, false, false)]
    [InlineData(RelationshipKind.StepParent, false, false, false, false)]
    [InlineData(RelationshipKind.Relative, false, false, false, false)]
    [InlineData(RelationshipKind.Interpreter, false, false, false, false)]
    [InlineData(RelationshipKind.Other, false, false, false, false)]
    [InlineData(RelationshipKind.Advocate, false, false, true, false)]
    public async Task AfterTheEighteenthBirthday_OnlyThoseWhoDecidedAndAreAgreedTo_OrStandBy_SeeAndAreTold(RelationshipKind kind, bool decided, bool agreed, bool sees, bool told)
    {
        var scene = await new Scenes(app).OfAsync(app.Today().AddYears(-19), kind, decided, agreed);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(scene.ChildId, app.Today());

        (await PagesAsync(scene.ViewerId, Roles.FamilyParty, scene.ChildId)).Except([ToldPage]).ShouldBe(sees ? ["/my", OwnPage, EasyPage, FactsPage, QuestionsPage] : []);
        (await MessagesAsync(scene.ViewerId, scene.ChildId)).ShouldBe(sees ? Classes : []);
        (await ToldAsync(scene.ViewerId, scene.ChildId)).ShouldBe(told ? ["everybody"] : []);
        ((await HeldAsync(scene.ViewerId, scene.ChildId)).Count > 0).ShouldBe(!sees);
        (await PagesAsync(scene.ParentId, Roles.FamilyParty, scene.ChildId)).ShouldContain(OwnPage, "the control sees it");
    }

    /// <summary>Advisers sign in as staff: each sees what they are asked, and neither the record nor what another is asked.</summary>
    [Theory]
    [InlineData("School", "Health")]
    [InlineData("Health", "School")]
    public async Task Adviser_SeesWhatTheyAreAsked_AndNothingElse(string own, string other)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-20), ("Evidence", "Evidencewords"));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-10));
        using var adviser = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        using var another = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        await AskAsync(staff, record, family.ChildId, own, $"What {own} is asked", adviser.AccountId);
        await AskAsync(staff, record, family.ChildId, other, $"What {other} is asked", another.AccountId);

        var list = await adviser.Client.PageAsync("/staff/ehcp/my-advice");

        var asks = list.All("main a[href^='/staff/ehcp/my-advice/']");
        asks.Count.ShouldBe(1);
        var ask = asks[0].GetAttribute("href")!;
        var page = await adviser.Client.PageAsync(ask);
        page.MainText.ShouldContain($"What {own} is asked");
        page.MainText.ShouldNotContain("Evidencewords");
        page.MainText.ShouldNotContain($"What {other} is asked");
        (await another.Client.PageAsync(ask)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await adviser.Client.PageAsync(record)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await adviser.Client.PageAsync("/staff/ehcp/records")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await adviser.Client.PageAsync($"{record}/pathway")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.PageAsync(record)).MainText.ShouldContain("Evidencewords");
    }

    private async Task AskAsync(HttpClient staff, string record, Guid child, string adviser, string what, Guid account)
    {
        await staff.RecordedAsync(record, "AdviceRequested", app.Today().AddDays(-9), ("Adviser", adviser), ("Note", what));
        var asked = await app.AskAsync(context => context.Events
            .Where(one => one.Kind == EventKind.AdviceRequested && context.Records.Any(record => record.Id == one.RecordId && record.ChildId == child))
            .OrderByDescending(one => one.RecordedAt).Select(one => one.Id).FirstAsync(Given.Now));
        (await staff.FillInAsync($"{record}/advice/{asked}/adviser", ("Email", $"{account:n}@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private static List<string> Words(string cell) => [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Opens every page behind a family's sign-in with documents open, and names those that show the record or its plan, lead to it, or let the person say something about it. Nobody's hidden street stands on any.</summary>
    private async Task<List<string>> PagesAsync(Guid person, string role, Guid child)
    {
        var reference = await app.AskAsync(context => context.Records.Where(record => record.ChildId == child).Select(record => record.Reference).SingleAsync(Given.Now));
        var plan = await app.AskAsync(context => context.Plans.Where(plan => context.Records.Any(record => record.Id == plan.RecordId && record.ChildId == child)).Select(plan => plan.Id).SingleOrDefaultAsync(Given.Now));
        using var client = await app.SignInSurelyAsync(person, role);
        List<string> shown = [];
        foreach (var route in EndpointTable.Read().Where(pair => pair.Key.Method == "GET" && pair.Value.Contains(Roles.FamilyParty)).Select(pair => pair.Key.Route).Order(StringComparer.Ordinal))
        {
            var page = await client.PageAsync($"/{route.TrimStart('/').Replace("{planId}", $"{plan}", StringComparison.Ordinal)}");
            if (page.Status != HttpStatusCode.OK)
            {
                page.MainText.ShouldNotContain(PlanText);
                continue;
            }

            page.MainText.ShouldNotContain(Scenes.Street);
            if (page.MainText.Contains(reference, StringComparison.Ordinal) || page.MainText.Contains(PlanText, StringComparison.Ordinal)
                || page.All($"main .cards a[href='{OwnPage}'], main a[href^='{PlanPage}']").Count > 0 || (route.StartsWith(OwnPage, StringComparison.Ordinal) && page.All("main form textarea").Count > 0)
                || route.StartsWith(PlanPage, StringComparison.Ordinal))
            {
                shown.Add(route);
            }
        }

        return shown;
    }

    private async Task<List<string>> MessagesAsync(Guid person, Guid child)
    {
        await using var scope = app.Scope();
        var rules = scope.ServiceProvider.GetServices<ISendRule>().ToList();
        rules.OfType<RecordSendRule>().ShouldHaveSingleItem();
        List<string> told = [];
        foreach (var message in Classes)
        {
            List<bool> answers = [];
            foreach (var (channel, step) in Enum.GetValues<MessageChannel>().SelectMany(channel => Enum.GetValues<SendStep>().Select(step => (channel, step))))
            {
                var may = true;
                foreach (var rule in rules.Where(rule => rule.IsAbout(message)))
                {
                    may &= (await rule.AskAsync(new SendQuestion(Guid.CreateVersion7(), "x", "x", message, channel, person, child, step), Given.Now)).MaySend;
                }

                answers.Add(may);
            }

            if (answers.Distinct().ShouldHaveSingleItem("one answer for every channel and every step"))
            {
                told.Add(message);
            }
        }

        return told;
    }

    /// <summary>To whom of the catalogue's people they belong, over every row of it. What was really started and handed to Messaging says the same.</summary>
    private async Task<List<string>> ToldAsync(Guid person, Guid child)
    {
        await using var scope = app.Scope();
        var context = scope.ServiceProvider.GetRequiredService<EhcpDbContext>();
        var record = await context.Records.SingleAsync(one => one.ChildId == child, Given.Now);
        var known = (await scope.ServiceProvider.GetRequiredService<IPeople>().FindAsync([child], Given.Now))[child];
        var recipients = scope.ServiceProvider.GetRequiredService<Recipients>();
        List<string> told = [];
        foreach (var who in await context.TouchpointKinds.Select(kind => kind.Who).Distinct().OrderBy(who => who).ToListAsync(Given.Now))
        {
            who.ShouldBeOneOf("everybody", "young person", "main", "sender");
            if (who is "everybody" or "young person" && (await recipients.OfAsync(who, record, known, Given.Now)).Contains(person))
            {
                told.Add(who.Replace(' ', '_'));
            }
        }

        var isTold = told.Count > 0;
        (await context.Touchpoints.AnyAsync(one => one.RecordId == record.Id && one.PersonId == person, Given.Now)).ShouldBe(isTold);
        (await context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from messaging.requests where person_id = {person} and about_person_id = {child}").SingleAsync(Given.Now) > 0).ShouldBe(isTold);
        return told;
    }

    private async Task<List<string>> HeldAsync(Guid person, Guid child)
    {
        await using var scope = app.Scope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IPeople>().HeldFromAsync(person, child, Given.Now)).Select(reason => reason.ToString())];
    }
}
