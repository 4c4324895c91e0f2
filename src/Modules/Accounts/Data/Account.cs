using Medway.LocalOffer.Platform.Protection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

internal enum AccountKind
{
    Staff,
    Provider,
}

internal enum AccountState
{
    Invited,
    Active,
    Suspended,
    Left,
}

/// <summary>Somebody who signs in with a password. The user name is the sign-in e-mail, in lower case; there is no phone number.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Account : IdentityUser<Guid>
{
    public const int MaximumName = 100;
    public const int MaximumEmail = 254;

    public required AccountKind Kind { get; init; }

    public required string DisplayName { get; set; }

    public required AccountState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>Counts what administrators change. A row's own version will not do: signing in changes the row, and is no conflict.</summary>
    public int Version { get; set; }

    /// <summary>Key of the authenticator app, protected; null until its first code was right.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Time step of the last code that was accepted: a code works once.</summary>
    public long LastCodeStep { get; set; }

    public int WrongTries { get; set; }

    public DateTimeOffset? WrongSince { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The same for codes and passwords typed by somebody who is signed in.</summary>
    public int WrongTriesInside { get; set; }

    public DateTimeOffset? WrongSinceInside { get; set; }

    public DateTimeOffset? LockedUntilInside { get; set; }

    public static void Map(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.UserName).HasMaxLength(MaximumEmail);
        account.Property(a => a.NormalizedUserName).HasMaxLength(MaximumEmail);
        account.Property(a => a.DisplayName).HasMaxLength(MaximumName);
        account.Property(a => a.PasswordHash).HasMaxLength(200);
        account.Property(a => a.SecurityStamp).HasMaxLength(64);
        account.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
        account.Property(a => a.AuthenticatorKey).HasMaxLength(500);
        account.Property(a => a.Version).IsConcurrencyToken();

        // Identity's own e-mail, phone, lockout and second factor: the user name is the e-mail, and the rest is counted above.
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        account.Ignore(a => a.TwoFactorEnabled).Ignore(a => a.LockoutEnabled).Ignore(a => a.LockoutEnd).Ignore(a => a.AccessFailedCount);
    }
}
