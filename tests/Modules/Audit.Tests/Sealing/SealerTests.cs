using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Audit.Sealing;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Audit.Tests.Sealing;

public sealed class SealerTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Seal_NothingNew_MakesNoSeal()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(2);

        (await trail.SealAsync()).ShouldBe(0);

        (await trail.AskAsync<long>("select count(*) from audit.seals")).ShouldBe(1);
        File.ReadAllLines(trail.AnchorFile).ShouldHaveSingleItem().ShouldContain("\"total\":2");
    }

    [Fact]
    public async Task Seal_CommittedAfterYoungerOnes_IsSealedOnce()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await using var scope = trail.Scope();
        var context = scope.ServiceProvider.GetRequiredService<AuditDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(context, Trail.Made, "thing", null);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await trail.SealAsync(3);

        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        (await trail.SealAsync()).ShouldBe(1);
        (await trail.SealAsync()).ShouldBe(0);
        (await trail.VerifyAsync()).Fault.ShouldBeNull();
        (await trail.AskAsync<long>("select seal_number from audit.sealed_entries order by entry_id limit 1")).ShouldBe(2);
    }

    [Fact]
    public async Task Seal_TwoHostsAtOnce_MakeOneChain()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await using var other = new App(cluster) { ConnectionString = trail.App.ConnectionString };
        other.Settings["Audit:AnchorFile"] = trail.AnchorFile;
        await other.InitializeAsync();
        var cancellation = TestContext.Current.CancellationToken;

        for (var round = 0; round < 10; round++)
        {
            await trail.WriteAsync(20);
            await Task.WhenAll(new[] { trail.Services, other.Services, trail.Services, other.Services }
                .Select(services => services.GetRequiredService<Sealer>().SealAsync(null, cancellation)));
        }

        await trail.SealAsync();
        var verdict = await trail.VerifyAsync();
        verdict.Fault.ShouldBeNull();
        (verdict.Entries, verdict.Waiting).ShouldBe((200, 0));
        verdict.Anchors.ShouldBe(verdict.Seals);
    }

    [Fact]
    public async Task Jobs_SealWhatIsNewAndWhatIsOld()
    {
        await using var trail = await Trail.StartAsync(cluster);
        trail.App.Clock.StandAt(new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero));
        await trail.WriteAsync(2);
        trail.App.Clock.StandAt(new DateTimeOffset(2027, 1, 20, 23, 30, 0, TimeSpan.Zero));
        await trail.WriteAsync(3);
        await using var scope = trail.Scope();
        var context = new JobContext(Guid.CreateVersion7(), SealJob.Kind, null, "{}", 1);

        await ActivatorUtilities.CreateInstance<SealJob>(scope.ServiceProvider).RunAsync(context, TestContext.Current.CancellationToken);
        (await trail.AskAsync<long>("select sum(entries) from audit.seals")).ShouldBe(3);

        await ActivatorUtilities.CreateInstance<SealRestJob>(scope.ServiceProvider).RunAsync(context, TestContext.Current.CancellationToken);
        (await trail.AskAsync<long>("select sum(entries) from audit.seals")).ShouldBe(5);
        (await trail.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Theory]
    [Proves("accounts")]
    [InlineData("platform.audit_entries")]
    [InlineData("audit.seals")]
    [InlineData("audit.sealed_entries")]
    public async Task Trail_NobodyMayChangeIt(string table)
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(2);
        var column = table == "platform.audit_entries" ? "at = at" : table == "audit.seals" ? "total = total" : "position = position";
        foreach (var login in Enum.GetValues<DatabaseLogin>())
        {
            foreach (var sql in new[] { $"update {table} set {column}", $"delete from {table}", $"truncate {table} cascade" })
            {
                (await Should.ThrowAsync<PostgresException>(() => trail.SqlAsync(sql, login))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
            }
        }

        // The same words do change it where the triggers are off: what refused was the trail and not a slip in the SQL.
        await trail.TamperAsync($"update {table} set {column}; delete from {table}");
        (await trail.AskAsync<long>($"select count(*) from {table}")).ShouldBe(0);
    }

    [Theory]
    [Proves("accounts")]
    [InlineData("platform.audit_entries")]
    [InlineData("audit.seals")]
    [InlineData("audit.sealed_entries")]
    public async Task Trail_PublicLoginReadsNothing(string table)
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(1);

        await trail.SqlAsync($"select * from {table}", DatabaseLogin.Private);
        (await Should.ThrowAsync<PostgresException>(() => trail.SqlAsync($"select * from {table}", DatabaseLogin.Public)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
