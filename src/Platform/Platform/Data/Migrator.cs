namespace Medway.LocalOffer.Platform.Data;

/// <summary>Brings the database up to date: every module's migrations, in the order of the modules, under the owner's login.</summary>
public sealed class Migrator
{
    public Task MigrateAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
