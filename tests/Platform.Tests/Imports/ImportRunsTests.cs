using System.Text;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class ImportRunsTests(PostgresCluster cluster)
{
    private const string Runs = "select coalesce(string_agg(concat_ws(' ', state, rows, added, error), '; '), '') from platform.import_runs";
    private const string Things = "select coalesce(string_agg(name, ' ' order by name), '') from things.thing";

    [Fact]
    public async Task Run_GoodFile_AppliesAndRecords()
    {
        await using var app = await TestApp.StartAsync(cluster);

        var report = await RunAsync(app, "name\na\nb\n", dryRun: false);

        report.Added.ShouldBe(2);
        (await app.AskAsync<string>(Things)).ShouldBe("a b");
        (await app.AskAsync<string>(Runs)).ShouldBe("applied 2 2");
        (await app.AskAsync<string>("select name || file_name || length(sha256) || actor_kind from platform.import_runs")).ShouldBe("things.thingsthings.csv64cli");
    }

    [Fact]
    public async Task Run_DryRun_WritesNothingAtAll()
    {
        await using var app = await TestApp.StartAsync(cluster);

        var report = await RunAsync(app, "name\na\nb\n", dryRun: true);

        report.Added.ShouldBe(2);
        (await app.AskAsync<string>(Things)).ShouldBe("");
        (await app.AskAsync<string>(Runs)).ShouldBe("");
    }

    [Fact]
    public async Task Run_FileWithAProblem_AppliesNothingAndSaysWhere()
    {
        await using var app = await TestApp.StartAsync(cluster);

        var report = await RunAsync(app, "name,age\na,1\nb\n", dryRun: false);

        report.Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Line.ShouldBe(3),
            problem => problem.Column.ShouldBe("age"));
        report.Added.ShouldBe(0);
        (await app.AskAsync<string>(Things)).ShouldBe("");
        (await app.AskAsync<string>(Runs)).ShouldBe("refused 1 0");
        (await app.AskAsync<string>("select problems #>> '{0,line}' from platform.import_runs")).ShouldBe("3");
    }

    [Fact]
    public async Task Run_Breaks_LeavesNothingHalfDoneAndRecordsIt()
    {
        await using var app = await TestApp.StartAsync(cluster);

        await Should.ThrowAsync<DbUpdateException>(() => RunAsync(app, "name\na\nb\na\n", dryRun: false));

        (await app.AskAsync<string>(Things)).ShouldBe("");
        (await app.AskAsync<string>(Runs)).ShouldStartWith("failed 0 0 PostgresException: 23505");
    }

    [Fact]
    public async Task Run_RefusedInsideACommand_LeavesItsTransactionWhole()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using (var transaction = OneTransaction.Begin())
        {
            await app.SaveAsync((_, context) => context.Add(new Thing { Name = "of the command" }));
            await RunAsync(app, "name,age\nb\n", dryRun: false);
            transaction.Complete();
        }

        (await app.AskAsync<string>(Things)).ShouldBe("of the command");
        (await app.AskAsync<string>(Runs)).ShouldBe("refused 0 0");
    }

    [Fact]
    public async Task Run_CommandRolledBack_TakesTheImportWithIt()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using (OneTransaction.Begin())
        {
            await RunAsync(app, "name\na\n", dryRun: false);
        }

        (await app.AskAsync<string>(Things)).ShouldBe("");
        (await app.AskAsync<string>(Runs)).ShouldBe("");
    }

    [Fact]
    public async Task Run_DryRunInsideACommand_LeavesItsTransactionWhole()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using (var transaction = OneTransaction.Begin())
        {
            await app.SaveAsync((_, context) => context.Add(new Thing { Name = "of the command" }));
            await RunAsync(app, "name\nb\n", dryRun: true);
            transaction.Complete();
        }

        (await app.AskAsync<string>(Things)).ShouldBe("of the command");
    }

    private static async Task<ImportReport> RunAsync(TestApp app, string csv, bool dryRun)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<ImportRuns>().RunAsync(
            scope.ServiceProvider.GetRequiredService<CarelessImport>(),
            new ImportFile("things.csv", Encoding.UTF8.GetBytes(csv)),
            dryRun,
            TestContext.Current.CancellationToken);
    }
}
