using System.Text;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Erasure;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Postgres;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Platform.Backups;

/// <param name="Replace">Whether what the database holds may go.</param>
/// <param name="Erasures">A file with the list of who was erased; besides those that are found by themselves.</param>
/// <param name="NobodyErased">Whether it is certain that nobody was erased since the backup, so that no list is needed.</param>
public sealed record RestoreChoices(bool Replace, string? Erasures, bool NobodyErased);

/// <param name="Known">How many erasures are known.</param>
/// <param name="Replayed">How many of them the backup did not know yet.</param>
public sealed record Restored(int Known, int Replayed);

/// <summary>
/// Backups by PostgreSQL's own <c>pg_dump</c>, encrypted on their way into the file, and put back (ADR 0018). A restore is one transaction, and the database is shut to
/// the web logins from before it until everybody who was erased since the backup has been erased again.
/// </summary>
public sealed class Backups(Databases databases, IConfiguration configuration, Migrator migrator, IServiceScopeFactory scopes)
{
    public static readonly AuditEvent Made = new("platform.backup-made", "A backup of everything was made; it is encrypted.");
    public static readonly AuditEvent PutBack = new("platform.backup-restored", "A backup was put back, and whoever was erased since was erased again.");

    private const string Why = "Erased again, because an older backup was put back";

    /// <summary>Writes a backup to a new file, and beside it the list of who was erased until now.</summary>
    /// <exception cref="BackupException">The file is there already, or the database cannot be read.</exception>
    public async Task BackupAsync(string file, BackupSecret secret, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        if (File.Exists(path))
        {
            throw new BackupException($"{Path.GetFileName(path)} is there already. Name a new file: a backup is never written over.");
        }

        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        await using (var scope = scopes.CreateFor(ActorKind.Cli, Environment.UserName))
        {
            var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(context, Made, "backup", null);
            await context.SaveChangesAsync(cancellationToken);
            await ErasureFile.AppendMissingAsync(
                Path.Combine(folder, ErasureFile.NameBesideBackups), await scope.ServiceProvider.GetRequiredService<ErasureLedger>().AllAsync(cancellationToken), cancellationToken);
        }

        // Under another name first: half a backup is never taken for a whole one.
        var unfinished = path + ".part";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var target = new FileStream(unfinished, options))
            using (var dump = PostgresTool.Start(await ProgramsAsync(cancellationToken), "pg_dump", ["--format=custom", "--no-password"], Owner))
            {
                await SealedBackup.WriteAsync(dump.Output, target, secret, MasterKey.Read(configuration), cancellationToken);
                await dump.SucceedAsync(cancellationToken);
                target.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts a backup back. Everything that can be refused is refused before anything is touched.</summary>
    /// <exception cref="BackupException">With what to do, and what state the database is in.</exception>
    public async Task<Restored> RestoreAsync(string file, BackupSecret secret, RestoreChoices choices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new BackupException($"There is no file {Path.GetFileName(path)}. Nothing was touched.");
        }

        databases.UseOwnerAlone();
        await OpenAsync(path, Stream.Null, secret, cancellationToken);
        var programs = await ProgramsAsync(cancellationToken);
        var target = new RestoreTarget(databases.For(DatabaseLogin.Owner));
        if (!choices.Replace && await target.IsUsedAsync(cancellationToken))
        {
            throw new BackupException("The database is not empty. Restore into an empty one, or say --replace when all that it holds may go. Nothing was touched.");
        }

        var erased = await ErasuresAsync(path, choices, target, cancellationToken);
        await target.CloseAsync(cancellationToken);
        try
        {
            await LoadAsync(path, secret, programs, await target.SchemasAsync(cancellationToken), cancellationToken);
        }
        catch (BackupException failed)
        {
            await target.OpenAsync(cancellationToken);
            throw new BackupException($"The backup was not put back; the database is as it was. {failed.Message}", failed);
        }

        await migrator.MigrateAsync(cancellationToken);
        var replayed = 0;
        foreach (var line in erased)
        {
            replayed += await EraseAgainAsync(line, cancellationToken) ? 1 : 0;
        }

        await using (var scope = scopes.CreateFor(ActorKind.Cli, Environment.UserName))
        {
            var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(context, PutBack, "backup", null);
            await context.SaveChangesAsync(cancellationToken);
        }

        await target.OpenAsync(cancellationToken);
        return new Restored(erased.Count, replayed);
    }

    private NpgsqlConnectionStringBuilder Owner => new(configuration.GetConnectionString("LocalOffer"));

    private async Task<string> ProgramsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await databases.For(DatabaseLogin.Owner).OpenConnectionAsync(cancellationToken);
        return (await PostgresBinaries.FindForServerAsync(connection.PostgreSqlVersion.Major, cancellationToken)).Folder;
    }

    private async Task OpenAsync(string path, Stream target, BackupSecret secret, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(path);
        await SealedBackup.ReadAsync(source, target, secret, [MasterKey.Read(configuration), .. MasterKey.ReadOld(configuration)], cancellationToken);
    }

    /// <summary>From wherever a list is: the named file, the one beside the backup, the installation's own, and the database that is replaced.</summary>
    private async Task<IReadOnlyList<ErasureLine>> ErasuresAsync(string backup, RestoreChoices choices, RestoreTarget target, CancellationToken cancellationToken)
    {
        if (choices.Erasures is { } named && !File.Exists(named))
        {
            throw new BackupException($"There is no list of erasures {Path.GetFileName(named)}. Nothing was touched.");
        }

        var beside = Path.Combine(Path.GetDirectoryName(backup)!, ErasureFile.NameBesideBackups);
        var newer = ((string?[])[choices.Erasures, configuration[KeepErasuresJob.Setting]]).OfType<string>().Where(File.Exists).ToList();
        var held = await target.ErasuresAsync(cancellationToken);

        // The list beside a backup may be as old as the backup itself: by itself it does not say who was erased since.
        if (newer.Count == 0 && held is null && !choices.NobodyErased)
        {
            throw new BackupException(
                "Nobody can say who was erased since this backup was made. Name the newest list of erasures with --erasures FILE, or say --nobody-erased when you are certain. Nothing was touched.");
        }

        var lines = held?.ToList() ?? [];
        foreach (var list in newer.Append(beside).Where(File.Exists))
        {
            try
            {
                lines.AddRange(await ErasureFile.ReadAsync(list, cancellationToken));
            }
            catch (InvalidDataException unreadable)
            {
                throw new BackupException($"{unreadable.Message} Nothing was touched.", unreadable);
            }
        }

        return [.. lines.DistinctBy(line => line.Id).OrderBy(line => line.Id)];
    }

    /// <summary>What is there goes and what was saved comes in one transaction: when anything fails, all is as it was.</summary>
    private async Task LoadAsync(string path, BackupSecret secret, string programs, IReadOnlyList<string> schemas, CancellationToken cancellationToken)
    {
        using var script = PostgresTool.Start(programs, "pg_restore", ["--file=-"], null);
        using var load = PostgresTool.Start(programs, "psql", ["--no-psqlrc", "--quiet", "--single-transaction", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-", "--output=/dev/null"], Owner);
        var reading = FeedAsync();
        try
        {
            await load.Input.WriteAsync("set client_min_messages = warning;\n"u8.ToArray(), cancellationToken);
            foreach (var schema in schemas)
            {
                await load.Input.WriteAsync(Encoding.UTF8.GetBytes($"drop schema \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\" cascade;\n"), cancellationToken);
            }

            await script.Output.CopyToAsync(load.Input, cancellationToken);
            await reading;
            await script.SucceedAsync(cancellationToken);

            // Only now its input ends and it commits; in any other case it is killed, and the server undoes what it did.
            load.Input.Close();
        }
        catch (IOException broken)
        {
            // One of the two has ended: it says why.
            await Task.WhenAny(load.EndAsync(cancellationToken), script.EndAsync(cancellationToken));
            await (load.HasEnded ? load : script).SucceedAsync(cancellationToken);
            throw new BackupException("PostgreSQL's programs ended too early.", broken);
        }

        await load.SucceedAsync(cancellationToken);

        async Task FeedAsync()
        {
            try
            {
                await OpenAsync(path, script.Input, secret, cancellationToken);
            }
            finally
            {
                script.Input.Close();
            }
        }
    }

    /// <returns>False when the backup knew of it.</returns>
    private async Task<bool> EraseAgainAsync(ErasureLine line, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Cli, Environment.UserName);
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        if (await context.Erased.AnyAsync(erased => erased.Id == line.Id, cancellationToken))
        {
            return false;
        }

        using var transaction = OneTransaction.Begin();
        foreach (var holder in scope.ServiceProvider.GetServices<IPersonalData>().OrderBy(holder => holder.IsLast).ThenBy(holder => holder.Holder, StringComparer.Ordinal))
        {
            await holder.EraseAsync(line.PersonId, Why, cancellationToken);
        }

        context.Erased.Add(line.ToRow());
        await context.SaveChangesAsync(cancellationToken);
        transaction.Complete();
        return true;
    }
}
