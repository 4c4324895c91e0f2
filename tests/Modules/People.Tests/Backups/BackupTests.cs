using System.Net;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Backups;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.People.Tests.Backups;

/// <summary>Backups of a whole database by PostgreSQL's own programs, and what a restore refuses and forgets.</summary>
[Collection(PeopleApp.Name)]
[Proves("register")]
public sealed class BackupTests(App app, PostgresCluster cluster) : IDisposable
{
    private const string Key = "a passphrase of some length for tests";

    private readonly string folder = Directory.CreateTempSubdirectory("lo-backup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Restore_OfABackupFromBeforeAnErasure_ForgetsThePersonAgain()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        var before = await BackupAsync("before");
        var named = await app.AskAsync(context => context.Persons.AsNoTracking().SingleAsync(person => person.Id == family.ParentId, Given.Now));
        await EraseAsync(family.ParentId);
        var after = await BackupAsync("after");

        await using var careless = await RestoredAsync(before, new RestoreChoices(Replace: false, null, NobodyErased: true));
        await using var careful = await RestoredAsync(before, new RestoreChoices(Replace: false, Path.Combine(Path.GetDirectoryName(after)!, "erasures.jsonl"), NobodyErased: false));
        using (var staff = await careless.SignInAsAsync(Roles.TeamManager))
        {
            (await staff.PageAsync(Steps.At(family.ParentId, "/data"))).MainText.ShouldContain(family.Email, customMessage: "the control: the backup does hold the person");
        }

        using (var staff = await careful.SignInAsAsync(Roles.TeamManager))
        {
            var page = await staff.PageAsync(Steps.At(family.ParentId, "/data"));
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Body.ShouldNotContain(family.Email);
            page.Body.ShouldNotContain(family.Street);
            (await staff.PageAsync(Steps.At(other.ParentId, "/data"))).MainText.ShouldContain(other.Email, customMessage: "the control: nobody else is forgotten");
        }

        if (named.BornOn is { } born)
        {
            (await careful.AskAsync<IErased, bool>(erased => erased.WasErasedAsync(named.GivenName, named.FamilyName, born, Given.Now))).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Erasure_OfAChild_IsKnownAgainByNameAndBirthDate_AndNobodyElseIs()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        var (child, sibling) = await app.AskAsync(async context => (
            await context.Persons.SingleAsync(person => person.Id == family.ChildId, Given.Now), await context.Persons.SingleAsync(person => person.Id == other.ChildId, Given.Now)));
        (await WasErasedAsync(child.GivenName, child.FamilyName, child.BornOn!.Value)).ShouldBeFalse("the control: nobody is erased yet");

        await EraseAsync(family.ChildId);

        (await WasErasedAsync($" {child.GivenName.ToUpperInvariant()}", child.FamilyName, child.BornOn!.Value)).ShouldBeTrue();
        (await WasErasedAsync(child.GivenName, child.FamilyName, child.BornOn!.Value.AddDays(1))).ShouldBeFalse();
        (await WasErasedAsync(sibling.GivenName, sibling.FamilyName, sibling.BornOn!.Value)).ShouldBeFalse();
    }

    [Fact]
    public async Task Restore_WithAnotherKey_OrOfAFileThatIsNotWhole_SaysSoAndTouchesNothing()
    {
        var backup = await BackupAsync("whole");
        await using var target = new Target(await cluster.CreateDatabaseAsync());
        var bytes = await File.ReadAllBytesAsync(backup, Given.Now);

        (await RefusedAsync(target, backup, "another passphrase of some length")).ShouldBe("This key does not open this backup: it was made with another one. Nothing was touched.");
        foreach (var length in (int[])[0, 40, 90, bytes.Length / 2, bytes.Length - 1])
        {
            (await RefusedAsync(target, Copy(bytes[..length]))).ShouldEndWith("Nothing was touched.");
        }

        foreach (var at in (int[])[0, 60, 75, 100, bytes.Length / 2, bytes.Length - 1])
        {
            var changed = (byte[])[.. bytes];
            changed[at] ^= 1;
            (await RefusedAsync(target, Copy(changed))).ShouldEndWith("Nothing was touched.");
        }

        (await RefusedAsync(target, Copy([.. bytes, 0]))).ShouldStartWith("The backup is not whole");
        (await RefusedAsync(target, Path.Combine(folder, "missing"))).ShouldStartWith("There is no file");
        (await SchemasAsync(target)).ShouldBeEmpty();

        // The control: the same file, unharmed and with its key.
        await RestoreAsync(target, backup, Key, new RestoreChoices(Replace: false, null, NobodyErased: true));
        (await SchemasAsync(target)).ShouldContain("people");
    }

    [Fact]
    public async Task Restore_UnderAnotherMasterKey_IsRefused()
    {
        var backup = await BackupAsync("master");
        await using var target = new Target(await cluster.CreateDatabaseAsync(), "Jk3v9Xq2uPz7RwYc1LhTn5BdEf8GsMoA0iKpVtQyZ4U=");

        (await RefusedAsync(target, backup)).ShouldStartWith("This backup belongs to another master key");
        (await SchemasAsync(target)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Restore_WithoutAListOfErasures_OrIntoADatabaseInUse_IsRefused()
    {
        var backup = await BackupAsync("lists");
        await using var empty = new Target(await cluster.CreateDatabaseAsync());
        (await RefusedAsync(empty, backup, choices: new RestoreChoices(Replace: false, null, NobodyErased: false))).ShouldStartWith("Nobody can say who was erased since");
        var spoilt = Copy("not a list"u8.ToArray());
        (await RefusedAsync(empty, backup, choices: new RestoreChoices(Replace: false, spoilt, NobodyErased: false))).ShouldStartWith("Line 1 of the list of erasures");
        (await SchemasAsync(empty)).ShouldBeEmpty();

        await using var used = new Target(await cluster.CreateMigratedAsync());
        await SqlAsync(used, "create table people.only_here (id int)");
        (await RefusedAsync(used, backup)).ShouldStartWith("The database is not empty");
        (await AskAsync<bool>(used, "select to_regclass('people.only_here') is not null")).ShouldBeTrue();

        await using (var site = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(used.ConnectionString) { Username = "web_private", Pooling = false }.ConnectionString))
        {
            await site.OpenAsync(Given.Now);
            (await RefusedAsync(used, backup, choices: new RestoreChoices(Replace: true, null, NobodyErased: true))).ShouldStartWith("The site is running on this database");
        }

        await RestoreAsync(used, backup, Key, new RestoreChoices(Replace: true, null, NobodyErased: false));
        (await AskAsync<bool>(used, "select to_regclass('people.only_here') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Backup_IsNeverWrittenOver_AndHoldsNothingThatCanBeRead()
    {
        var backup = await BackupAsync("twice");
        (await Should.ThrowAsync<BackupException>(() => app.Services.GetRequiredService<Platform.Backups.Backups>().BackupAsync(backup, Secret(Key), Given.Now)))
            .Message.ShouldStartWith("twice.backup is there already");

        (await File.ReadAllBytesAsync(backup, Given.Now)).AsSpan().IndexOf("PGDMP"u8).ShouldBe(-1);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(backup).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("too short")]
    [InlineData(PostgresCluster.MasterKey)]
    public void Secret_ThatProtectsNothing_IsRefused(string text) => Should.Throw<BackupException>(() => Secret(text));

    private async Task<string> BackupAsync(string name)
    {
        var file = Path.Combine(folder, name, $"{name}.backup");
        await app.Services.GetRequiredService<Platform.Backups.Backups>().BackupAsync(file, Secret(Key), Given.Now);
        return file;
    }

    private async Task EraseAsync(Guid personId)
    {
        using var asker = await app.SignInAsAsync(Roles.TeamManager);
        using var second = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        await (await asker.PageAsync(Steps.At(personId, "/data"))).SubmitAsync(asker, "form[action$='Ask']", ("Reason", "Asked by letter"));
        var address = (await asker.PageAsync(Steps.At(personId, "/data"))).One("a[href*='/erasures/']").GetAttribute("href")!;
        (await (await second.PageAsync(address)).SubmitAsync(second, "main form[method=post]", ("Decision", "yes"), ("Reason", "Nothing keeps it"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private Task<bool> WasErasedAsync(string given, string family, DateOnly born) =>
        app.AskAsync<IErased, bool>(erased => erased.WasErasedAsync(given, family, born, Given.Now));

    /// <summary>Puts it back with a host that ends, as the command line does, and starts another on what is there then.</summary>
    private async Task<App> RestoredAsync(string backup, RestoreChoices choices)
    {
        var connection = await cluster.CreateDatabaseAsync();
        await using (var target = new Target(connection))
        {
            await RestoreAsync(target, backup, Key, choices);
        }

        var host = new App(cluster) { ConnectionString = connection };
        await host.InitializeAsync();
        return host;
    }

    /// <summary>A database, and the command line on it.</summary>
    private sealed class Target(string connection, string masterKey = PostgresCluster.MasterKey) : IAsyncDisposable
    {
        private readonly WebApplication host = OtherHost.AtTheCommandLine(connection, masterKey);

        public IServiceProvider Services => host.Services;

        public string ConnectionString => connection;

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }

    private static Task<Restored> RestoreAsync(Target host, string backup, string key, RestoreChoices choices) =>
        host.Services.GetRequiredService<Platform.Backups.Backups>().RestoreAsync(backup, Secret(key), choices, Given.Now);

    private static async Task<string> RefusedAsync(Target host, string backup, string key = Key, RestoreChoices? choices = null) =>
        (await Should.ThrowAsync<BackupException>(() => RestoreAsync(host, backup, key, choices ?? new RestoreChoices(Replace: false, null, NobodyErased: true)))).Message;

    private string Copy(byte[] bytes)
    {
        var file = Path.Combine(folder, $"{Guid.CreateVersion7():n}.copy");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static BackupSecret Secret(string text) => BackupSecret.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Backup:Key", text), new("Protection:MasterKey", PostgresCluster.MasterKey)]).Build(), null);

    private static async Task<string[]> SchemasAsync(Target host) => await AskAsync<string[]>(
        host, "select array(select nspname::text from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public'))");

    private static async Task SqlAsync(Target host, string sql)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Given.Now);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Given.Now);
    }

    private static async Task<T> AskAsync<T>(Target host, string sql)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Given.Now);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Given.Now))!;
    }
}
