using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests.Protection;

internal enum MadeUpNeed
{
    No,
    QuiteALongNameForANeed,
}

/// <summary>One value of each class and of several types; stands in until module People exists.</summary>
[FieldClass(FieldClass.Personal)]
internal sealed class Secret
{
    [FieldClass(FieldClass.Staff)]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [FieldClass(FieldClass.Public)]
    public string Shown { get; set; } = "";

    [FieldClass(FieldClass.Staff)]
    public string Worker { get; set; } = "";

    [FieldClass(FieldClass.Staff)]
    public byte[]? NameIndex { get; set; }

    public string? Name { get; set; }

    public string? KnownAs { get; set; }

    public DateOnly? Born { get; set; }

    public Wrapped? Reference { get; set; }

    [FieldClass(FieldClass.Special)]
    public MadeUpNeed? Need { get; set; }

    [FieldClass(FieldClass.Special)]
    public bool? HasPlan { get; set; }

    [FieldClass(FieldClass.Safety)]
    public string? Hidden { get; set; }
}

/// <summary>A type with a conversion of its own.</summary>
internal sealed record Wrapped(string Text);

internal sealed class SecretsDbContext(DbContextOptions<SecretsDbContext> options) : DbContext(options)
{
    /// <summary>What a migration of such a module would do.</summary>
    public const string Tables = """
        create schema secrets;
        create table secrets.secrets (
            id uuid primary key, shown text not null, worker text not null, name_index bytea, name bytea, known_as bytea, born bytea,
            reference bytea, need bytea, has_plan bytea, hidden bytea);
        grant usage on schema secrets to web_private;
        grant select, insert, update, delete on secrets.secrets to web_private;
        """;

    public DbSet<Secret> Secrets => Set<Secret>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseModuleConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var secret = modelBuilder.InSchema("secrets").Entity<Secret>();
        secret.Property(s => s.Id).ValueGeneratedNever();
        secret.Property(s => s.Name).HasMaxLength(100);
        secret.Property(s => s.Reference).HasConversion(wrapped => wrapped!.Text, text => new Wrapped(text));
    }
}

internal sealed class SecretsModule : IModule
{
    /// <summary>Another good master key than the tests' usual one.</summary>
    public const string OtherMasterKey = "Vd8r0mXkQ2w7yJ5hZp1tLc9sNf3uGbE6aRiOKxTYoW4=";

    public string Name => "secrets";

    public Type? DbContext => typeof(SecretsDbContext);

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<AuditEvent> AuditEvents => [];

    public IReadOnlyList<Type> Seeders => [];

    /// <summary>A database with the module's table, and a host that has made it but does not use it.</summary>
    public static async Task<TestApp> PrepareAsync(PostgresCluster cluster) => await PrepareAsync(await cluster.CreateDatabaseAsync());

    public static async Task<TestApp> PrepareAsync(string connectionString)
    {
        var app = await TestApp.StartAsync(connectionString);
        await app.SqlAsync(SecretsDbContext.Tables);
        return app;
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddModuleContext<SecretsDbContext>(Name);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // No page.
    }

    public void BuildNavigation(NavigationBuilder navigation)
    {
        // No page.
    }
}

internal static class SecretsHosts
{
    /// <summary>A host on the prepared database.</summary>
    public static TestApp Host(this TestApp prepared, string masterKey = PostgresCluster.MasterKey, params string[] oldMasterKeys)
    {
        var settings = new Dictionary<string, string?> { ["Protection:MasterKey"] = masterKey };
        for (var i = 0; i < oldMasterKeys.Length; i++)
        {
            settings[$"Protection:OldMasterKeys:{i}"] = oldMasterKeys[i];
        }

        return prepared.Another(settings: settings, module: new SecretsModule());
    }

    public static async Task KeepAsync(this TestApp host, params Secret[] secrets)
    {
        await using var scope = host.Scope();
        var context = scope.ServiceProvider.GetRequiredService<SecretsDbContext>();
        context.AddRange(secrets);
        await context.SaveChangesAsync();
    }

    public static async Task<List<Secret>> ReadAsync(this TestApp host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<SecretsDbContext>().Secrets.AsNoTracking().OrderBy(secret => secret.Id).ToListAsync();
    }

    public static async Task RotateAsync(this TestApp host, params IReadOnlyList<KeyUse> uses)
    {
        await using var scope = host.Scope();
        await scope.ServiceProvider.GetRequiredService<KeyRotation>().RotateAsync(uses, CancellationToken.None);
    }
}
