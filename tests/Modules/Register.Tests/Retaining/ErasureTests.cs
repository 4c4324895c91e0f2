using System.Net;
using Medway.LocalOffer.Platform.Backups;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.ShareByLaw;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register.Tests.Retaining;

/// <summary>
/// After an erasure every row of every table is read with the keys, and every line of the log, and a backup from before that is put back: nothing stands
/// there of whoever was erased but what the plan of the erasure says is kept, and in that stands no name.
/// </summary>
[Proves("register")]
public sealed class ErasureTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Key = "a passphrase of some length for tests";

    private readonly LoggedApp app = new(cluster);
    private readonly string folder = Directory.CreateTempSubdirectory("lo-erased-").FullName;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Erasure_LeavesNoNameNoBirthDateNoNeed_InAnyTable_InTheLog_OrInABackupThatIsPutBack()
    {
        var family = await Joined.JoinAsync(app, "Qzxv", app.Clock.Today().AddYears(-9).AddDays(-101));
        var other = await Joined.JoinAsync(app, "Wkjq", app.Clock.Today().AddYears(-7).AddDays(-53));
        await UseAsync(family);
        IReadOnlyList<string> words = [.. family.OfTheChild, .. family.OfTheParent];
        var before = await EverythingStored.FindAsync(app.Services, app.ConnectionString!, words);
        foreach (var word in words)
        {
            before.ShouldContain(place => place.EndsWith($": {word}", StringComparison.Ordinal), $"the control: before the erasure the scan finds {word}");
        }

        var backup = await BackupAsync("before");
        await EraseAsync(family.ChildId, "What you agreed to");
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, family.OfTheChild)).ShouldBeEmpty();
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, family.OfTheParent)).ShouldNotBeEmpty("the parent did not ask");
        await EraseAsync(family.ParentId, "Ways to reach you");
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, words)).ShouldBeEmpty();
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, other.OfTheChild)).ShouldNotBeEmpty("the control: nobody else is forgotten");

        var lines = app.Lines;
        lines.Count.ShouldBeGreaterThan(100, "the control: there is a log");
        lines.ShouldAllBe(line => !words.Any(word => !word.StartsWith("20", StringComparison.Ordinal) && line.Contains(word, StringComparison.OrdinalIgnoreCase)));

        (await BackAsync(backup, new RestoreChoices(Replace: false, null, NobodyErased: true), words)).ShouldNotBeEmpty("the control: the backup does hold the family");
        var ledger = Path.Combine(Path.GetDirectoryName(await BackupAsync("after"))!, "erasures.jsonl");
        (await BackAsync(backup, new RestoreChoices(Replace: false, ledger, NobodyErased: false), words)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ChildWithAnEhcRecord_KeepsTheName_AndThePlanSaysWhy()
    {
        var family = await Joined.JoinAsync(app, "Vxqk", app.Clock.Today().AddYears(-8).AddDays(-77));
        using var coordinator = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        await app.EhcRecordAsync(family.ChildId, coordinator.AccountId);
        await EraseAsync(family.ChildId, "An EHC record is kept, and it must say whose it is");
        var left = await EverythingStored.FindAsync(app.Services, app.ConnectionString!, family.OfTheChild);
        left.ShouldAllBe(place => place.StartsWith("people.persons.", StringComparison.Ordinal));
        left.ShouldNotBeEmpty();
    }

    /// <summary>An officer checks it, puts it live, gives it to somebody and shares it by law; the family asks for a change.</summary>
    private async Task UseAsync(Joined family)
    {
        await app.DoAsync(new RecordEvidence(family.EntryId, EvidenceKind.BirthCertificate, app.Clock.Today(), HasProvedContact: true));
        await app.DoAsync(new PutLive(family.EntryId));
        await app.DoAsync(new AskShareByLaw(family.EntryId, LegalGround.Safeguarding, "The safety team", $"{family.OfTheChild[0]} was seen", IsHidden: false));
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        await officer.FilledInAsync("/staff/register/shares/new", ("Purpose", "share-parent-forum"));
        await app.DeliverAllAsync();
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/register")).MainText.ShouldContain(family.OfTheChild[4]);
    }

    private async Task EraseAsync(Guid person, string certificate)
    {
        using var asker = await app.SignInAsAsync(Roles.TeamManager);
        using var second = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        await (await asker.PageAsync($"/staff/people/{person}/data")).SubmitAsync(asker, "form[action$='Ask']", ("Reason", "Asked by letter"));
        var address = (await asker.PageAsync($"/staff/people/{person}/data")).One("a[href*='/erasures/']").GetAttribute("href")!;
        (await (await second.PageAsync(address)).SubmitAsync(second, "main form[method=post]", ("Decision", "yes"), ("Reason", "Asked for"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var link = (await second.PageAsync(address)).One("a[href*='handler=Certificate']").GetAttribute("href")!;
        var text = (await second.PageAsync(link)).Body;
        text.ShouldContain("Certificate of erasure");
        text.ShouldContain("Two people at the council decided it");
        text.ShouldContain(certificate);
    }

    private async Task<string> BackupAsync(string name)
    {
        var file = Path.Combine(folder, name, $"{name}.backup");
        await app.Services.GetRequiredService<Backups>().BackupAsync(file, Secret(), Given.Now);
        return file;
    }

    /// <returns>Where the words stand in the database after the backup is put back.</returns>
    private async Task<IReadOnlySet<string>> BackAsync(string backup, RestoreChoices choices, IReadOnlyList<string> words)
    {
        var connection = await cluster.CreateDatabaseAsync();
        await using var host = OtherHost.AtTheCommandLine(connection, PostgresCluster.MasterKey);
        await host.Services.GetRequiredService<Backups>().RestoreAsync(backup, Secret(), choices, Given.Now);
        return await EverythingStored.FindAsync(host.Services, connection, words);
    }

    private static BackupSecret Secret() => BackupSecret.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Backup:Key", Key), new("Protection:MasterKey", PostgresCluster.MasterKey)]).Build(), null);
}
