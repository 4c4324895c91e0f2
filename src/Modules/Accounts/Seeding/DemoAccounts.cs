using System.Security.Cryptography;
using System.Text.Json;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Accounts.Seeding;

/// <summary>One demo account a role. Their passwords and keys are random and lie in <c>.data/demo-accounts.json</c>, for this machine only.</summary>
internal sealed class DemoAccounts(
    AccountsDbContext context, SeedFiles files, SecondFactors factors, IPasswordHasher<Account> hasher, IHostEnvironment environment,
    IConfiguration configuration, TimeProvider clock) : ISeeder
{
    public const string FileName = "demo-accounts.json";

    private const string Domain = "@DEMO.EXAMPLE.ORG";

    private const int PasswordBytes = 18;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public SeedSet Set => SeedSet.Demo;

    public static bool IsOne(Account account) => account.NormalizedUserName?.EndsWith(Domain, StringComparison.Ordinal) == true;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // Whoever asks: an account whose password lies in a file cannot exist outside development.
        if (!environment.IsDevelopment())
        {
            return;
        }

        var path = Path.Combine(DataFolder.Of(configuration), FileName);
        var known = Read(path).ToDictionary(account => account.Email, StringComparer.Ordinal);
        List<DemoAccount> written = [];
        foreach (var row in files.Rows(SeedSet.Demo, "accounts.csv", "email", "name", "role"))
        {
            written.Add(await EnsureAsync(row, known, cancellationToken));
        }

        await context.SaveChangesAsync(cancellationToken);
        Write(path, written);
    }

    /// <summary>Leaves an account as it is when the file knows it; else its secrets are new, in both.</summary>
    private async Task<DemoAccount> EnsureAsync(CsvRow row, Dictionary<string, DemoAccount> known, CancellationToken cancellationToken)
    {
        var (email, role) = (row["email"], row["role"]);
        var normal = SignInSteps.Normal(email);
        var account = await context.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, cancellationToken);
        if (account is not null && known.TryGetValue(email, out var there))
        {
            return there;
        }

        var now = clock.GetUtcNow();
        if (account is null)
        {
            account = new Account
            {
                Id = Guid.CreateVersion7(now),
                Kind = role == Roles.Provider ? AccountKind.Provider : AccountKind.Staff,
                State = AccountState.Active,
                DisplayName = row["name"],
                UserName = email,
                NormalizedUserName = normal,
                CreatedAt = now,
            };
            context.Users.Add(account);
            context.Grants.Add(new GivenRole(role, nameof(ScopeKind.Everything), "").For(account.Id, null, "Demo account", now));
        }

        var demo = new DemoAccount(email, Convert.ToBase64String(RandomNumberGenerator.GetBytes(PasswordBytes)), role, Totp.NewKey());
        account.PasswordHash = hasher.HashPassword(account, demo.Password);
        account.AuthenticatorKey = factors.Protect(demo.TotpSecret);
        account.LastCodeStep = 0;
        account.SecurityStamp = Guid.CreateVersion7(now).ToString("n");
        return demo;
    }

    private static List<DemoAccount> Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<List<DemoAccount>>(File.ReadAllText(path), Json) ?? [] : [];

    /// <summary>For its owner's eyes only, from the first byte on.</summary>
    private static void Write(string path, List<DemoAccount> accounts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, accounts, Json);
    }
}

internal sealed record DemoAccount(string Email, string Password, string Role, string TotpSecret);
