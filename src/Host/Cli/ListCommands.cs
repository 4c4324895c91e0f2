using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Cli;

/// <summary>Import runs and jobs, as tab-separated lines, until the staff pages show them.</summary>
internal sealed class ListCommands(IServiceProvider services, TextWriter output)
{
    public Task<int> ImportsAsync() => PrintAsync(
        "select started_at, name, file_name, state, rows, added, changed, unchanged, error from platform.import_runs order by started_at desc limit 50");

    public Task<int> JobsAsync() => PrintAsync(
        "select id, kind, key, state, due_at, attempts, last_error from platform.jobs where state <> 'done' order by due_at limit 200");

    public async Task<int> RunNowAsync(string id)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, Environment.UserName);
        var done = Guid.TryParse(id, out var job) && await scope.ServiceProvider.GetRequiredService<JobQueue>().RunNowAsync(
            scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), job);
        await output.WriteLineAsync(done ? "It is due now; a running site takes it up." : "There is no such waiting or failed job.");
        return done ? 0 : 1;
    }

    private async Task<int> PrintAsync(string sql)
    {
        await using var command = services.GetRequiredService<Databases>().For(DatabaseLogin.Private).CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        await output.WriteLineAsync(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)));
        while (await reader.ReadAsync())
        {
            await output.WriteLineAsync(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        }

        return 0;
    }
}
