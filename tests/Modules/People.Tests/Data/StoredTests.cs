using System.Text;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Features.Staff.AddContact;
using Medway.LocalOffer.People.Features.Staff.RecordPerson;
using Medway.LocalOffer.People.Features.Staff.RestrictPerson;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.People.Tests.Data;

/// <summary>What is in the files of the database, and who may read its tables.</summary>
[Proves("messaging")]
public sealed class StoredTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string How = "A test asked for it";

    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Heap, indexes and write-ahead log, as a thief would copy them; the key is not among them.</summary>
    [Fact]
    [Proves("accounts")]
    public async Task Files_WithoutTheKey_HoldNoNameAddressPhoneOrEmail()
    {
        var person = await app.DoAsync(new RecordPerson(PersonKind.Adult, "Quillfeather", "Zanzibarton", "Pipkinella", new DateOnly(1983, 11, 17), IsSomebodyElse: true));
        await app.DoAsync(new AddContact(person, ContactPointKind.Email, "zz.quillfeather@example.org", IsVerified: true, IsSafe: true, "SecretStaffReason1"));
        await app.DoAsync(new AddContact(person, ContactPointKind.Phone, "07700 900876", IsVerified: true, IsSafe: true, How));
        await app.DoAsync(new AddContact(person, ContactPointKind.Address, "9 Marmaladewick, Sampletown, ZZ99 9XX", IsVerified: true, IsSafe: true, How));
        await app.DoAsync(new RestrictPerson(person, People.Domain.RestrictionKind.Refuge, null, null, null, [], "Gooseberrycourt order"));
        await app.DoAsync(new AddHiddenContact(person, ContactPointKind.Address, "3 Thistledownhouse, Elsewhere, ZZ98 8YY", IsSafe: true, How));
        await using var owner = NpgsqlDataSource.Create(app.ConnectionString!);
        await using (var checkpoint = owner.CreateCommand("checkpoint"))
        {
            await checkpoint.ExecuteNonQueryAsync(Given.Now);
        }

        await using var where = owner.CreateCommand("select current_setting('data_directory')");
        const string Control = "SecretStaffReason1";
        var found = Found(
            (string)(await where.ExecuteScalarAsync(Given.Now))!,
            Control,
            "Quillfeather", "quillfeather", "Zanzibarton", "Pipkinella", "1983-11-17", "7700900876", "7700 900876", "Marmaladewick", "ZZ99 9XX", "Thistledownhouse",
            "ZZ98 8YY", "Gooseberrycourt", PostgresCluster.MasterKey);

        // The reason of staff stands in the trail in plain words: what looks for the others would find them.
        found.ShouldBe([Control]);
    }

    [Fact]
    [Proves("accounts")]
    public async Task Select_EveryTableOfPeople_IsRefusedToThePublicLogin_AndWorksForThePrivateOne()
    {
        string[] tables = ["persons", "contact_points", "hidden_contact_points", "relationships", "preferences", "restrictions", "merges", "different_people", "marks"];
        foreach (var table in tables)
        {
            (await StateAsync(DatabaseLogin.Public, $"select * from people.{table}")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
            (await StateAsync(DatabaseLogin.Private, $"select * from people.{table}")).ShouldBeNull(table);
        }

        (await StateAsync(DatabaseLogin.Public, "select * from listings.services")).ShouldBeNull();
    }

    [Fact]
    public async Task PersonalData_GivesACopy_StopsEverything_AndErasesWhatNothingKeeps()
    {
        var family = await app.FamilyAsync();
        async Task<T> AskAsync<T>(Func<IPersonalData, Task<T>> ask)
        {
            await using var scope = app.Scope();
            return await ask(scope.ServiceProvider.GetServices<IPersonalData>().Single(data => data.Holder == "People"));
        }

        var copy = await AskAsync(data => data.ExportAsync(family.ParentId, Given.Now));
        copy.SelectMany(record => record.Fields).Select(field => field.Value).ShouldContain(family.Email);
        copy.SelectMany(record => record.Fields).ShouldNotContain(field => field.Value.Contains("Child", StringComparison.Ordinal), "the child's name is the child's");

        (await ReachAsync(family)).May.ShouldBeTrue();
        (await AskAsync(data => data.StopAllAsync(family.ParentId, How, Given.Now))).ShouldBe(3);
        (await ReachAsync(family)).Held.ShouldBe([HeldReason.ContactPointUnusable]);

        (await AskAsync(data => data.PlanErasureAsync(family.ParentId, Given.Now))).Where(step => step.KeptBecause is null).Sum(step => step.Count).ShouldBe(5, "three ways to reach them, a name, a relationship");
        await AskAsync(async data =>
        {
            await data.EraseAsync(family.ParentId, How, Given.Now);
            return true;
        });
        (await app.AskAsync(context => context.Contacts.CountAsync(contact => contact.PersonId == family.ParentId, Given.Now))).ShouldBe(0);
        (await app.AskAsync(context => context.Persons.SingleAsync(person => person.Id == family.ParentId, Given.Now))).GivenName.ShouldBe("Erased", "no module needs to know who it was");
        (await AskAsync(data => data.ExportAsync(Guid.CreateVersion7(), Given.Now))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Demo_MakesEveryFamily_AndASecondTimeNothing()
    {
        await using var families = new App(cluster) { WithFamilies = true };
        await families.InitializeAsync();
        Task<(int, int, int, int)> CountAsync() => families.AskAsync(async context => (
            await context.Persons.CountAsync(Given.Now), await context.Contacts.CountAsync(Given.Now) + await context.HiddenContacts.CountAsync(Given.Now),
            await context.Relationships.CountAsync(Given.Now), await context.Restrictions.CountAsync(Given.Now)));
        var first = await CountAsync();

        await families.Services.GetRequiredService<Platform.Seeding.Seeder>().RunAsync(Platform.Seeding.SeedSet.Demo, Given.Now);

        first.Item1.ShouldBe(128, "118 of the families, and five children with a parent each of the old register");
        first.Item4.ShouldBeGreaterThan(8);
        (await CountAsync()).ShouldBe(first);
        (await families.AskAsync(context => context.Contacts.CountAsync(contact => contact.State == ContactState.Bounced || contact.State == ContactState.Returned, Given.Now))).ShouldBe(2);
    }

    [Fact]
    public async Task Proposed_ByTwoAtOnce_IsOne_AndIsForgottenAfter90Days()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            app.AskAsync<IContactPoints, Guid>(points => points.ProposeAsync(ContactPointKind.Email, "somebody@example.org", Given.Now))));
        ids.Distinct().ShouldHaveSingleItem();

        app.Clock.Move(TimeSpan.FromDays(89));
        await ForgetAsync();
        (await app.AskAsync(context => context.Contacts.CountAsync(Given.Now))).ShouldBe(1);
        app.Clock.Move(TimeSpan.FromDays(2));
        await ForgetAsync();
        (await app.AskAsync(context => context.Contacts.CountAsync(Given.Now))).ShouldBe(0);

        Task<bool> ForgetAsync() => app.AskAsync<People.Reaching.ForgetProposedJob, bool>(async job =>
        {
            await job.RunAsync(null!, Given.Now);
            return true;
        });
    }

    private async Task<ReachAnswer> ReachAsync(MadeFamily family) => await app.AskAsync<IReach, ReachAnswer>(
        reach => reach.AskAsync(new ReachQuestion(family.ParentId, family.ChildId, Channel.Email, ReachPurpose.Tell), Given.Now));

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

    /// <returns>The error's code; null when the database answered.</returns>
    private async Task<string?> StateAsync(DatabaseLogin login, string sql)
    {
        try
        {
            await using var command = app.Services.GetRequiredService<Databases>().For(login).CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Given.Now);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}
