using System.Net;
using System.Text;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Ehcp.Tests.Data;

/// <summary>What a thief finds who copies the files of the database and has no key.</summary>
[Proves("ehcp")]
public sealed class FilesTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Heap, indexes and write-ahead log, after a whole way from the request to the final plan; every text is written by the form that people use.</summary>
    [Fact]
    public async Task Files_WithoutTheKeys_HoldNoNameAddressNeedOrPlanText()
    {
        var family = await app.FamilyAsync();
        var letters = family.Email.Split('.', '@')[1];
        app.GoOn(2);
        var record = await WayAsync(family.ChildId, family.ParentId);
        await using var owner = NpgsqlDataSource.Create(app.ConnectionString!);
        await using (var checkpoint = owner.CreateCommand("checkpoint"))
        {
            await checkpoint.ExecuteNonQueryAsync(Given.Now);
        }

        await using var where = owner.CreateCommand("select current_setting('data_directory')");
        await using var reference = owner.CreateCommand("select reference from ehcp.records where id = $1");
        reference.Parameters.Add(new() { Value = Guid.Parse(record.Split('/')[^1]) });
        var control = (string)(await reference.ExecuteScalarAsync(Given.Now))!;

        var found = Found(
            (string)(await where.ExecuteScalarAsync(Given.Now))!,
            control, $"Child{letters}", $"Parent{letters}", family.Email, family.Phone, family.Street, "Evidencewords", "Reasonwords", "Draftplanwords", "Finalplanwords", "Larkspur School",
            "Answerwords", "Helpwords", "Settingwords", "Clinicwords", "Questionwords", "Factwords", "Callwords", "Askedwords", "Feedbackwords", PostgresCluster.MasterKey);

        // What people say instead of a name stands in plain words: what looks for the others would find them.
        found.ShouldBe([control]);
    }

    private async Task<string> WayAsync(Guid child, Guid parent)
    {
        var today = app.Today();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        using var family = await app.SignInFamilyAsync(parent, factors: 2);
        var record = await staff.LoggedAsync(child, today.AddDays(-100), ("Evidence", "Evidencewords"));
        await staff.RecordedAsync(record, "DecidedToAssess", today.AddDays(-60), ("Note", "Reasonwords"));
        await staff.RecordedAsync(record, "DecidedToIssue", today.AddDays(-20));
        await DoneAsync((await staff.PageAsync($"{record}/setting")).SubmitAsync(staff, "form.setting", [("Kind", "Section19"), ("Note", "Settingwords"), .. Given.Date("From", today)]));
        await DoneAsync((await staff.PageAsync($"{record}/appointments")).SubmitAsync(
            staff, "form.appointment", [("With", "Health"), ("At", "10:30"), ("Where", "Clinicwords"), .. Given.Date("On", today.AddDays(9))]));
        await DoneAsync(family.FillInAsync("/my/ehc-plan/questions", ("Words", "Questionwords")));
        await DoneAsync(family.FillInAsync("/my/ehc-plan/facts", ("Topic", "Health"), ("Words", "Factwords")));
        await DoneAsync(staff.FillInAsync($"{record}/calls/new", ("Outcome", "Spoken"), ("Words", "Callwords")));
        await staff.RecordedAsync(record, "AdviceRequested", today.AddDays(-10), ("Adviser", "School"), ("Note", "Askedwords"));
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, string.Concat(Enumerable.Repeat("Draftplanwords, ", 400)), withSchool: false);
        await staff.PlanSentAsync(record, "DraftServed", today, "Portal");
        var draft = (await app.TouchpointsAsync(child, "NA-15")).ShouldHaveSingleItem();
        await DoneAsync(staff.FillInAsync(draft.Address(), ("Way", "Release")));
        await app.DeliverAsync();
        await DoneAsync(family.FillInAsync($"/my/ehc-plan/feedback?about={draft.Id}", ("KnowsNext", "Yes"), ("WasGood", "Yes"), ("Words", "Feedbackwords")));
        await DoneAsync(family.FillInAsync($"{await app.OwnPlanAsync(record)}/answer", ("Reply", "WantsChanges"), ("Words", "Answerwords"), ("School", "Larkspur School")));
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, "Finalplanwords", withSchool: true);
        await DoneAsync(staff.FillInAsync($"{record}/plan/sections/I", ("Words", "Larkspur School")));
        await staff.PlanSentAsync(record, "FinalSent", today);
        await DoneAsync(staff.FillInAsync($"{record}/plan/help/new", ("Part", "F"), ("By", "School"), ("Words", "Helpwords")));
        (await family.PageAsync(await app.OwnPlanAsync(record))).MainText.ShouldContain("Finalplanwords", Case.Sensitive, "whoever has the key reads it");
        return record;
    }

    private static async Task DoneAsync(Task<Page> sent)
    {
        var page = await sent;
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
    }

    /// <returns>Those of the texts that stand in any file of the folder.</returns>
    private static HashSet<string> Found(string folder, params string[] texts)
    {
        HashSet<string> found = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            byte[] bytes;
            try
            {
                bytes = File.ReadAllBytes(file);
            }
            catch (IOException)
            {
                // Another test has dropped its database in this moment.
                continue;
            }

            found.UnionWith(texts.Where(text => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0));
        }

        return found;
    }
}
