using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Platform.Tests.Protection;

public sealed class EncryptedFieldTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Save_OneOfEachClass_ReadsBackTheSame()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        await host.KeepAsync(new Secret
        {
            Shown = "shown",
            Worker = "worker",
            Name = "Ünïque Nâme",
            Born = new DateOnly(2017, 5, 4),
            Reference = new Wrapped("EHC-1"),
            Need = MadeUpNeed.QuiteALongNameForANeed,
            HasPlan = true,
            Hidden = "",
        });

        await using var other = prepared.Host();
        var secret = (await other.ReadAsync()).ShouldHaveSingleItem();

        secret.Name.ShouldBe("Ünïque Nâme");
        secret.Born.ShouldBe(new DateOnly(2017, 5, 4));
        secret.Reference.ShouldBe(new Wrapped("EHC-1"));
        secret.Need.ShouldBe(MadeUpNeed.QuiteALongNameForANeed);
        secret.HasPlan.ShouldBe(true);
        secret.Hidden.ShouldBe("");
        secret.KnownAs.ShouldBeNull();
        (await prepared.AskAsync<bool>("select known_as is null and name is not null from secrets.secrets")).ShouldBeTrue();
        (await prepared.AskAsync<string>("select string_agg(use, ' ' order by use) from platform.data_keys")).ShouldBe("personal safety special");
    }

    [Fact]
    public async Task Stored_SameValueTwice_LooksDifferent_AndItsLengthSaysNothing()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        await host.KeepAsync(new Secret { Name = "Same", Need = MadeUpNeed.No, HasPlan = true }, new Secret { Name = "Same", Need = MadeUpNeed.QuiteALongNameForANeed, HasPlan = false });

        (await prepared.AskAsync<long>("select count(distinct name) from secrets.secrets")).ShouldBe(2);
        (await prepared.AskAsync<long>("select count(distinct length(need)) + count(distinct length(has_plan)) from secrets.secrets")).ShouldBe(2);
    }

    [Theory]
    [InlineData("update secrets.secrets set name = set_byte(name, length(name) - 20, 255 - get_byte(name, length(name) - 20))", "changed outside")]
    [InlineData("update secrets.secrets set name = set_byte(name, 7, 255 - get_byte(name, 7))", "changed outside")]
    [InlineData("update secrets.secrets set name = known_as", "changed outside")]
    [InlineData("update secrets.secrets set name = hidden", "not there")]
    [InlineData("update secrets.secrets set name = convert_to('plain words that nobody encrypted, long enough to be taken for it', 'UTF8')", "not encrypted")]
    [InlineData("update platform.data_keys set wrapped = null where use = 'personal'", "not there")]
    [InlineData("delete from platform.data_keys where use = 'personal'", "not there")]
    [Proves("accounts")]
    public async Task Read_ValueOrKeyInterferedWith_FailsAndShowsNothing(string interference, string message)
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using (var writer = prepared.Host())
        {
            await writer.KeepAsync(new Secret { Name = "Marigold", KnownAs = "Goldie", Hidden = "Hollow" });
        }

        await using (var untouched = prepared.Host())
        {
            (await untouched.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Marigold");
        }

        await prepared.SqlAsync(interference);
        await using var host = prepared.Host();

        var failure = await Should.ThrowAsync<ProtectionException>(() => host.ReadAsync());

        failure.Message.ShouldContain("secrets.secrets.");
        failure.Message.ShouldContain(message);
        failure.ToString().ShouldNotContain("Marigold");
        failure.ToString().ShouldNotContain("Goldie");
    }

    [Fact]
    [Proves("accounts")]
    public async Task Read_WithAnotherMasterKey_FailsAndShowsNothing()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        await host.KeepAsync(new Secret { Name = "Marigold" });
        await using var thief = prepared.Host(SecretsModule.OtherMasterKey);

        var failure = await Should.ThrowAsync<ProtectionException>(() => thief.ReadAsync());

        failure.Message.ShouldContain("master key");
        failure.ToString().ShouldNotContain("Marigold");
        (await host.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Marigold");
    }

    [Fact]
    public async Task Hosts_WithDifferentKeysInOneProcess_EachUsesItsOwn()
    {
        await using var one = await SecretsModule.PrepareAsync(cluster);
        await using var two = await SecretsModule.PrepareAsync(cluster);
        await using var hostOfOne = one.Host();
        await using var hostOfTwo = two.Host(SecretsModule.OtherMasterKey);
        await hostOfOne.KeepAsync(new Secret { Name = "One" });
        await hostOfTwo.KeepAsync(new Secret { Name = "Two" });

        (await hostOfOne.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("One");
        (await hostOfTwo.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Two");
    }

    [Fact]
    public async Task FirstKey_SeveralHostsAtOnce_MakeOne()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        var hosts = Enumerable.Range(0, 4).Select(_ => prepared.Host()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.KeepAsync(new Secret { Name = "x" }))));

        (await prepared.AskAsync<long>("select count(*) from platform.data_keys")).ShouldBe(1);
        (await hosts[0].ReadAsync()).Count.ShouldBe(4);
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>The key is read on a connection of its own, which the transaction must not take in: and it stays when the command is undone.</summary>
    [Fact]
    public async Task FirstKey_InACommandThatIsUndone_IsMadeAllTheSame()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        using (OneTransaction.Begin())
        {
            await host.KeepAsync(new Secret { Name = "Undone" });
        }

        await host.KeepAsync(new Secret { Name = "Kept" });
        (await host.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("Kept");
        (await prepared.AskAsync<long>("select count(*) from platform.data_keys")).ShouldBe(1);
    }

    [Fact]
    [Proves("accounts")]
    public async Task PublicLogin_ReadsNoKey()
    {
        await using var app = await TestApp.StartAsync(cluster);
        foreach (var table in (string[])["data_keys", "data_protection_keys", "seeds"])
        {
            (await app.AskAsync<long>($"select count(*) from platform.{table}", DatabaseLogin.Private)).ShouldBe(0);
            foreach (var attempt in (string[])[$"select count(*) from platform.{table}", $"delete from platform.{table}"])
            {
                (await Should.ThrowAsync<PostgresException>(() => app.SqlAsync(attempt, DatabaseLogin.Public)))
                    .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
            }
        }

        // The login works, and nobody but the owner throws a key away.
        (await app.AskAsync<long>("select count(*) from platform.public_settings", DatabaseLogin.Public)).ShouldBe(0);
        await Should.ThrowAsync<PostgresException>(() => app.SqlAsync("delete from platform.data_keys", DatabaseLogin.Private));
    }

    [Theory]
    [InlineData(typeof(KeyContext), "part of a key")]
    [InlineData(typeof(IndexContext), "part of an index")]
    [InlineData(typeof(TypeContext), "cannot be encrypted")]
    [InlineData(typeof(JsonContext), "column of its own")]
    public async Task Model_FieldThatCannotBeEncrypted_IsRefused(Type context, string reason)
    {
        await using var app = await TestApp.StartAsync(cluster, services =>
        {
            services.AddModuleContext<KeyContext>("wrong");
            services.AddModuleContext<IndexContext>("wrong");
            services.AddModuleContext<TypeContext>("wrong");
            services.AddModuleContext<JsonContext>("wrong");
        });
        await using var scope = app.Scope();

        Should.Throw<ProtectionException>(() => ((DbContext)scope.ServiceProvider.GetRequiredService(context)).Model).Message.ShouldContain(reason);
    }

    private abstract class WrongContext(DbContextOptions options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();
    }

    private sealed class KeyContext(DbContextOptions<KeyContext> options) : WrongContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.InSchema("wrong").Entity<Wrong>().HasKey(wrong => wrong.Name);
    }

    private sealed class IndexContext(DbContextOptions<IndexContext> options) : WrongContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.InSchema("wrong").Entity<Wrong>().HasIndex(wrong => wrong.Name);
    }

    private sealed class TypeContext(DbContextOptions<TypeContext> options) : WrongContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.InSchema("wrong").Entity<WrongType>();
    }

    private sealed class JsonContext(DbContextOptions<JsonContext> options) : WrongContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.InSchema("wrong").Entity<WrongJson>().OwnsOne(wrong => wrong.Inside, inside => inside.ToJson());
    }

    private sealed class Wrong
    {
        public int Id { get; set; }

        [FieldClass(FieldClass.Personal)]
        public string Name { get; set; } = "";
    }

    private sealed class WrongType
    {
        public int Id { get; set; }

        [FieldClass(FieldClass.Special)]
        public string[] Needs { get; set; } = [];
    }

    private sealed class WrongJson
    {
        public int Id { get; set; }

        public WrongInside Inside { get; set; } = new();
    }

    private sealed class WrongInside
    {
        [FieldClass(FieldClass.Safety)]
        public string Hidden { get; set; } = "";
    }
}
