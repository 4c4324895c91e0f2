using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Medway.LocalOffer.Accounts.Data;

internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    public const string Schema = "accounts";

    public DbSet<RoleGrant> Grants => Set<RoleGrant>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<PasswordTry> PasswordTries => Set<PasswordTry>();

    public DbSet<BreakGlass> BreakGlasses => Set<BreakGlass>();

    public DbSet<FamilyAccess> FamilyAccess => Set<FamilyAccess>();

    public DbSet<FamilyCode> FamilyCodes => Set<FamilyCode>();

    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();

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
        PasswordTry.Map(builder.Entity<PasswordTry>());
        BreakGlass.Map(builder.Entity<BreakGlass>());
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("passkeys").HasFieldClass(FieldClass.Staff);
        Data.FamilyAccess.Map(builder.Entity<FamilyAccess>());
        FamilyCode.Map(builder.Entity<FamilyCode>());
        JoinRequest.Map(builder.Entity<JoinRequest>());
    }

    /// <summary>What Identity maps and this module does not want is left out on purpose, each time a host starts.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.ConfigureWarnings(warnings => warnings
        .Ignore(CoreEventId.MappedEntityTypeIgnoredWarning, CoreEventId.MappedPropertyIgnoredWarning));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseModuleConventions();
}
