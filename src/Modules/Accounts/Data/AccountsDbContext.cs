using Medway.LocalOffer.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Data;

internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    public const string Schema = "accounts";

    public DbSet<RoleGrant> Grants => Set<RoleGrant>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.InSchema(Schema).MapSharedTables();
        base.OnModelCreating(builder);

        // Nobody signs in through another site, roles have their own table, and the authenticator's key stands protected on the account.
        builder.Ignore<IdentityUserClaim<Guid>>().Ignore<IdentityUserLogin<Guid>>().Ignore<IdentityUserToken<Guid>>();
        Account.Map(builder.Entity<Account>());
        RoleGrant.Map(builder.Entity<RoleGrant>());
        Session.Map(builder.Entity<Session>());
        RecoveryCode.Map(builder.Entity<RecoveryCode>());
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("passkeys");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseModuleConventions();
}
