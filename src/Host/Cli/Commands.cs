using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Web;

namespace Medway.LocalOffer.Cli;

/// <summary>Reads the command's words and runs it. Each command answers 0 when done, 1 when refused, 2 when the words make no sense.</summary>
internal sealed class Commands(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public const string Usage = """
        migrate                             bring the database up to date (as owner)
        seed reference|demo|test            load data that is missing
        import NAME FILE [--dry-run]        load a file: all of it, or nothing when a row cannot be read;
                                            after it pairs such as --kind activity, where the import has choices
        imports                             the last import runs
        settings                            every setting and its value
        settings set NAME VALUE             change one; an empty VALUE makes a fact unknown again
        settings to-confirm                 facts that print "ask the council"
        jobs                                jobs that wait, run or failed
        jobs run-now ID                     make one due now
        audit verify                        prove that no audit entry was changed, removed or added by hand
        search rebuild                      build the search entries and the word list anew
        keys rotate [CLASS]                 a new key for personal, special or safety fields, or all three
        keys rewrap                         wrap the keys under today's master key
        backup FILE | --to DIR              everything in one encrypted file; --key-file FILE names the file with its key
        restore FILE                        put one back into an empty database; --replace when what is there may go, --erasures FILE
                                            for the list of who was erased since, --nobody-erased when nobody was
        describe                            modules, permissions and audit events, as Markdown
        """;

    public async Task<int> RunAsync(string[] words, bool prepare)
    {
        if (prepare && words is not (["migrate"] or ["describe"] or ["backup", ..] or ["restore", ..]))
        {
            await services.PrepareDatabaseAsync(withDemo: false);
        }

        return words switch
        {
            ["migrate"] => await MigrateAsync(),
            ["seed", var set] when Enum.TryParse<SeedSet>(set, ignoreCase: true, out var seedSet) => await SeedAsync(seedSet),
            ["import", var name, var file, .. var choices] => await new ImportCommand(services, output, errors).RunAsync(name, file, choices),
            ["imports"] => await new ListCommands(services, output).ImportsAsync(),
            ["settings"] => new SettingsCommands(services, output, errors).List(),
            ["settings", "to-confirm"] => new SettingsCommands(services, output, errors).ToConfirm(),
            ["settings", "set", var name, var value] => await new SettingsCommands(services, output, errors).SetAsync(name, value),
            ["jobs"] => await new ListCommands(services, output).JobsAsync(),
            ["jobs", "run-now", var id] => await new ListCommands(services, output).RunNowAsync(id),
            ["search", "rebuild"] => await new RebuildCommand(services, output).RunAsync(),
            ["keys", "rotate"] => await new KeysCommand(services, output, errors).RotateAsync(null),
            ["keys", "rotate", var name] => await new KeysCommand(services, output, errors).RotateAsync(name),
            ["keys", "rewrap"] => await new KeysCommand(services, output, errors).RewrapAsync(),
            ["audit", "verify"] => await new AuditCommand(services, output, errors).VerifyAsync(),
            ["backup", .. var rest] => await new BackupCommand(services, output, errors).BackupAsync(rest),
            ["restore", .. var rest] => await new BackupCommand(services, output, errors).RestoreAsync(rest),
            ["describe"] => Describe(),
            [var verb, .. var rest] => await ModuleVerbAsync(verb, rest),
            _ => 2,
        };
    }

    private async Task<int> MigrateAsync()
    {
        await services.GetRequiredService<Migrator>().MigrateAsync();
        await output.WriteLineAsync("The database is up to date.");
        return 0;
    }

    private async Task<int> SeedAsync(SeedSet set)
    {
        await services.GetRequiredService<Seeder>().RunAsync(set);
        await output.WriteLineAsync($"Seeded {set}.");
        return 0;
    }

    private int Describe()
    {
        output.Write(Description.Of(Modules.All));
        return 0;
    }

    private async Task<int> ModuleVerbAsync(string verb, string[] rest)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, Environment.UserName);
        return scope.ServiceProvider.GetServices<ICommandLineVerb>().FirstOrDefault(known => known.Verb == verb) is { } found
            ? await found.RunAsync(rest, output, errors, CancellationToken.None)
            : Refuse(scope.ServiceProvider);
    }

    private int Refuse(IServiceProvider scoped)
    {
        errors.WriteLine("That is not a command. There are:");
        errors.WriteLine(Usage);
        foreach (var verb in scoped.GetServices<ICommandLineVerb>())
        {
            errors.WriteLine(verb.Usage);
        }

        return 2;
    }
}
