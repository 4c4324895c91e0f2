using System.Net;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>viewers.csv for the text of a plan: whoever sees the record reads it with documents open, but a supporter, to whom nothing was granted. A host of its own, because rows stand on days of their own.</summary>
[Proves("ehcp")]
public sealed class PlanViewersTests(App app) : IClassFixture<App>
{
    private static readonly IReadOnlyList<CsvRow> Rows = CsvTable.Read(
        new ImportFile("viewers.csv", File.ReadAllBytes(Repository.At("tests/Modules/Ehcp.Tests/Features/viewers.csv"))), "viewer", "pages", "messages", "held", "why").Rows;

    public static TheoryData<string> Viewers => [.. Rows.Select(row => row["viewer"])];

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task Viewer_ReadsThePlanExactlyWhenTheRowShowsTheRecord(string viewer)
    {
        var row = Rows.Single(row => row["viewer"] == viewer);
        var day = Scenes.DayOf(viewer) ?? new DateOnly(2026, 3, 3);
        app.Clock.StandAt(UkTime.StartOf(day.AddDays(-2)).AddHours(12));
        var scene = (await new Scenes(app).MakeAsync(viewer)).ShouldNotBeNull("somebody sets the row up");
        if (viewer != "separated_parent_confidential_address")
        {
            await app.AddEmailAsync(scene.ViewerId, $"{scene.ViewerId:n}@example.org");
        }

        await app.AddEmailAsync(scene.ParentId, $"{scene.ParentId:n}.control@example.org");
        app.Clock.StandAt(UkTime.StartOf(day).AddHours(12));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.ToWriteAsync(scene.ChildId, app.Today());
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, $"Words for {viewer}", withSchool: false);
        await staff.PlanSentAsync(record, "DraftServed", app.Today(), "Portal");
        var own = await app.OwnPlanAsync(record);

        // A hidden address is no way in that this test could take; that the record is shown is for the table's own test to say.
        if (viewer != "separated_parent_confidential_address")
        {
            (await ReadsAsync(scene.ViewerId, scene.Role, own, viewer)).ShouldBe(row["pages"].Length > 0 && scene.Role != Roles.Supporter, row["why"]);
        }

        (await ReadsAsync(scene.ParentId, Roles.FamilyParty, own, viewer)).ShouldBeTrue("the control reads it");
    }

    private async Task<bool> ReadsAsync(Guid person, string role, string own, string viewer)
    {
        using var client = await app.SignInFamilyAsync(person, role, factors: 2);
        var page = await client.PageAsync(own);
        var documents = await client.PageAsync("/my/documents");
        var reads = page.MainText.Contains($"F Words for {viewer}", StringComparison.Ordinal);
        documents.All($"a[href='{own}']").Count.ShouldBe(reads ? 1 : 0, "the list and the page say the same");
        page.Status.ShouldBe(reads ? HttpStatusCode.OK : role == Roles.Supporter ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound);
        return reads;
    }
}
