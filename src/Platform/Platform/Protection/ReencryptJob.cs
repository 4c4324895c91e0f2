using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// After a rotation: writes every value of an older key again under the current one, while the site reads and writes, and erases an older
/// key once nothing needs it. Runs by itself each hour and has nothing to do when no key has been superseded.
/// </summary>
internal sealed class ReencryptJob(
    PlatformDbContext platform,
    IReadOnlyList<IModule> modules,
    IServiceProvider services,
    EncryptedTables tables,
    KeyRotation rotation,
    TimeProvider clock) : IJob
{
    /// <summary>
    /// No host writes with a superseded key after <see cref="DataKeys.Fresh"/>, and no save takes this long: what is not in the tables by
    /// then will never be.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public static string Kind => "platform.fields-reencrypt";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var live = await platform.DataKeys.AsNoTracking()
            .Where(key => key.Wrapped != null && KeyRotation.Fields.Contains(key.Use))
            .ToListAsync(cancellationToken);
        var old = live.Where(key => live.Exists(other => other.Use == key.Use && other.Number > key.Number)).ToList();
        if (old.Count == 0)
        {
            return;
        }

        var began = clock.GetUtcNow();
        var met = new HashSet<int>();
        foreach (var type in modules.Select(module => module.DbContext).OfType<Type>())
        {
            var model = ((DbContext)services.GetRequiredService(type)).Model;
            foreach (var table in EncryptedTable.AllOf(model))
            {
                met.UnionWith(await tables.ReencryptAsync(table, cancellationToken));
            }
        }

        // Only what this whole run has not met. A value met and rewritten now may still be in the hands of a reader: the next run erases.
        foreach (var key in old.Where(key => !met.Contains(key.Number) && began - SupersededAt(key, live) >= Grace))
        {
            await rotation.RetireAsync(key.Number, cancellationToken);
        }
    }

    private static DateTimeOffset SupersededAt(DataKey key, List<DataKey> live) =>
        live.Where(other => other.Use == key.Use && other.Number > key.Number).Min(other => other.CreatedAt);
}
