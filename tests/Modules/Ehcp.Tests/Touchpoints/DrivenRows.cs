using System.Globalization;
using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <param name="OfficerId">The account of whoever looks after the record at the end.</param>
internal sealed record DrivenRow(MadeFamily Family, Guid OfficerId, TouchpointKind Kind)
{
    /// <summary>Null while it has not come.</summary>
    public Touchpoint? Seen { get; set; }
}

/// <summary>One host on which the real event of each row is driven, each for a family of its own, and then all live through the same days.</summary>
public sealed class DrivenRows(PostgresCluster cluster) : IAsyncLifetime
{
    /// <summary>The day on which the made-up young people of 16 begin to decide themselves is far from the others'.</summary>
    public const string OnTheSwitch = "YP-02";

    private const string Assessing = "log@-60;DecidedToAssess@-20;AdviceRequested@-10:School;";
    private const string Planned = "log@-100;DecidedToAssess@-60;AdviceRequested@-58:School;AdviceReceived@-30:School;DecidedToIssue@-20;";
    private const string Drafted = Planned + "DraftServed@-5:Portal;DraftAnswered@-1;";
    private const string InPlace = "log@-500;DecidedToAssess@-460;DecidedToIssue@-400;DraftServed@-390:Portal;DraftAnswered@-380;FinalSent@-360;";
    private const string Reviewed = InPlace + "ReviewMeetingHeld@-10;";

    /// <summary>
    /// <c>Kind@days</c> from today, and after a colon whose advice or how it was sent; <c>log</c> logs the request, <c>ask</c> asks a question on the family's
    /// page, <c>leave</c> hands the record to another officer.
    /// </summary>
    internal static readonly Dictionary<string, (string Steps, int Days)> Rows = new()
    {
        ["NA-01"] = ("log@0", 0),
        ["NA-02"] = ("log@0", 0),
        ["NA-03"] = ("log@0", 0),
        ["NA-04"] = ("log@0", 8),
        ["NA-05"] = ("log@-60;DecidedToAssess@-20;AdviceRequested@0:School", 8),
        ["NA-06"] = ("log@-30;panel@10", 8),
        ["NA-07"] = ("log@-30;DecidedToAssess@0", 0),
        ["NA-08"] = ("log@-30;DecidedNotToAssess@0", 0),
        ["NA-09"] = ("log@-30;DecidedToAssess@0", 0),
        ["NA-10"] = ("log@0", 25),
        ["NA-11"] = (Assessing + "AdviceRequested@-10:Health;AdviceReceived@0:School", 8),
        ["NA-12"] = (Assessing + "AdviceReceived@0:School", 0),
        ["NA-13"] = (Assessing + "AdviceReceived@-1:School;DecidedToIssue@0", 0),
        ["NA-14"] = (Assessing + "AdviceReceived@-1:School;DecidedToIssue@0", 0),
        ["NA-15"] = (Planned + "DraftServed@0:Portal", 0),
        ["NA-16"] = (Planned + "DraftServed@0:Portal", 18),
        ["NA-17"] = (Drafted + "SettingConsulted@0", 8),
        ["NA-18"] = (Drafted + "FinalSent@0", 0),
        ["NA-19"] = (Drafted + "FinalSent@0", 22),
        ["NA-20"] = (Drafted + "FinalSent@0", 36),
        ["DL-01"] = ("log@-26", 6),
        ["DL-02"] = ("log@-60", 20),
        ["DL-03"] = ("log@-30;exception@0", 0),
        ["CW-01"] = ("log@-30;leave@0", 0),
        ["CW-02"] = ("log@-30;away@0", 8),
        ["IN-01"] = ("log@-30;ask@0", 1),
        ["IN-02"] = ("log@-30;ask@0", 0),
        ["AR-01"] = (InPlace.Replace("-360", "-290", StringComparison.Ordinal), 8),
        ["AR-02"] = (InPlace + "ReviewMeetingSet@20", 8),
        ["AR-03"] = (InPlace + "ReviewMeetingHeld@0", 8),
        ["AR-04"] = (Reviewed + "AmendmentServed@0:Portal", 0),
        ["AR-05"] = (Reviewed + "AmendmentServed@0:Portal", 18),
        ["AR-06"] = (Reviewed + "AmendmentServed@-5:Portal;AmendmentAnswered@-1;AmendedFinalSent@0", 0),
        ["AR-07"] = (Reviewed + "ReviewDecidedToKeep@0", 8),
        ["PT-01"] = (InPlace + "PhaseTransfer@182", 8),
        ["PT-02"] = (InPlace + "PhaseTransfer@182", 8),
        ["YP-01"] = ("log@0", 8),
        ["YP-02"] = ("log@0", 12),
        ["ST-01"] = (Reviewed + "DecidedToCease@0", 0),
        ["C-07"] = (Assessing + "appointment@6", 8),
        ["C-22"] = (InPlace + "ReviewMeetingSet@20", 0),
    };

    /// <summary>A rule that does not answer in two seconds holds a message until it is asked again: on a busy machine that is the next morning, and what waits for its place in the week waits too.</summary>
    private const int HeldDays = 3;

    private readonly Dictionary<string, DrivenRow> driven = [];

    public App App { get; } = new(cluster);

    /// <summary>When all of them have come.</summary>
    public DateTimeOffset End { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();

        // A Tuesday in term.
        await DriveAsync(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero), Rows.Keys.Where(code => code != OnTheSwitch));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal DrivenRow Of(string code) => driven[code];

    internal async Task DriveAsync(DateTimeOffset start, IEnumerable<string> codes)
    {
        App.Clock.StandAt(start);
        var kinds = await App.AskAsync(context => context.TouchpointKinds.AsNoTracking().ToDictionaryAsync(kind => kind.Code, CancellationToken.None));
        List<DrivenRow> rows = [];
        foreach (var code in codes)
        {
            var family = await App.FamilyAsync();
            await App.AddEmailAsync(family.ChildId, $"child.of.{family.Email}");
            driven[code] = new DrivenRow(family, await DriveAsync(family, Rows[code].Steps), kinds[code]);
            rows.Add(driven[code]);
        }

        await LiveAsync(rows);
        App.GoOn();
        End = App.Clock.GetUtcNow();
    }

    /// <summary>Day by day until each is there: made, where it leaves by itself; else waiting.</summary>
    private async Task LiveAsync(List<DrivenRow> rows)
    {
        var last = rows.Max(LastDayOf);
        for (var day = 0; day <= last && rows.Exists(row => row.Seen is null); day++)
        {
            if (day > 0)
            {
                App.GoOn();
            }

            await App.LaterTodayAsync();
            foreach (var row in rows.Where(row => row.Seen is null && day <= LastDayOf(row)))
            {
                row.Seen = (await App.TouchpointsAsync(row.Family.ChildId, row.Kind.Code)).Find(one =>
                    one.State == (row.Kind.Mode == TouchpointMode.Automatic ? TouchpointState.Made : TouchpointState.Waiting) && one.Mode == row.Kind.Mode);
            }
        }
    }

    private static int LastDayOf(DrivenRow row) => Rows[row.Kind.Code].Days + HeldDays;

    /// <returns>The account of whoever looks after the record at the end.</returns>
    private async Task<Guid> DriveAsync(MadeFamily family, string steps)
    {
        var today = App.Today();
        using var staff = await App.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var (officer, record) = (staff.AccountId, "");
        foreach (var step in steps.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = step.Split('@', ':');
            var (what, on, more) = (parts[0], today.AddDays(int.Parse(parts[1], CultureInfo.InvariantCulture)), parts.ElementAtOrDefault(2));
            switch (what)
            {
                case "log":
                    record = await staff.Client.LoggedAsync(family.ChildId, on, ("Asker", $"{family.ParentId}"));
                    break;
                case "ask":
                    using (var parent = await App.SignInFamilyAsync(family.ParentId))
                    {
                        (await parent.FillInAsync("/my/ehc-plan/questions", ("Words", "When will you come?"))).Status.ShouldBe(HttpStatusCode.Redirect);
                    }

                    break;
                case "leave":
                    officer = await HandOverAsync(officer);
                    break;
                case "panel":
                    await PutOnPanelAsync(staff.Client, record, on);
                    break;
                case "appointment":
                    (await (await staff.Client.PageAsync($"{record}/appointments")).SubmitAsync(
                        staff.Client, "form.appointment", [("With", "Health"), ("At", "10:30"), ("Where", "Quietplace Clinic"), .. Given.Date("On", on)])).Status.ShouldBe(HttpStatusCode.Redirect);
                    break;
                case "away":
                    using (var cover = await App.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]))
                    {
                        (await (await staff.Client.PageAsync("/staff/ehcp/absences")).SubmitAsync(
                            staff.Client, "form#add", [("Cover", $"{cover.AccountId:n}@example.org"), .. Given.Date("From", on), .. Given.Date("To", on.AddDays(14))])).Status.ShouldBe(HttpStatusCode.Redirect);
                    }

                    break;
                case "exception":
                    await staff.Client.RecordedAsync(
                        record, "ExceptionClaimed", on,
                        [("Limit", "T02"), ("Ground", "AwayFromTheArea"), ("Note", "Seen in the letter"), .. Given.Date("GroundFrom", on.AddDays(-28)), .. Given.Date("GroundTo", on)]);
                    break;
                default:
                    await staff.Client.RecordedAsync(record, what, on, ("Adviser", more), ("SentBy", more), ("Note", "Made-up reasons"));
                    break;
            }
        }

        return officer;
    }

    private static async Task PutOnPanelAsync(HttpClient staff, string record, DateOnly on)
    {
        var planned = await staff.FillInAsync("/staff/ehcp/panels/new", [("Kind", "Stage1"), .. Given.Date("HeldOn", on)]);
        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.MainText);
        var put = await staff.FillInAsync($"{planned.Response.Headers.Location!.ToString().Split('#')[0]}/requests/new", ("RecordId", record.Split('/')[^1]));
        put.Status.ShouldBe(HttpStatusCode.Redirect, put.MainText);
    }

    private async Task<Guid> HandOverAsync(Guid from)
    {
        using var next = await App.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        using var transaction = OneTransaction.Begin();
        await using (var scope = App.Scope())
        {
            await scope.ServiceProvider.GetServices<IOwnership>().OfType<Ehcp.Data.RecordOwnership>().Single().MoveAsync(from, next.AccountId, "A test asked for it", Given.Now);
        }

        transaction.Complete();
        return next.AccountId;
    }
}
