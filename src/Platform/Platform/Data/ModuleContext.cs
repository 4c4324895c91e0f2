using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// What makes a DbContext a module's own: one schema, its own migrations history, snake_case names. An extension and a convention rather
/// than a base class, because Identity needs its own base class (ADR 0003).
/// </summary>
public static class ModuleContext
{
    public const string MigrationsHistory = "__migrations";

    public static IServiceCollection AddModuleContext<TContext>(this IServiceCollection services, string schema)
        where TContext : DbContext =>
        services.AddDbContext<TContext>((provider, options) => options
            .UseNpgsql(
                provider.GetRequiredService<Databases>().For(provider.GetRequiredService<CurrentLogin>().Value),
                npgsql => npgsql.MigrationsHistoryTable(MigrationsHistory, schema).SetPostgresVersion(15, 0))
            .ReplaceService<IModelCacheKeyFactory, ModelPerHost>());

    /// <summary>Call first in OnModelCreating.</summary>
    public static ModelBuilder InSchema(this ModelBuilder model, string schema) => model.HasDefaultSchema(schema);

    /// <summary>Call in ConfigureConventions.</summary>
    public static ModelConfigurationBuilder UseModuleConventions(this ModelConfigurationBuilder configuration)
    {
        configuration.Conventions.Add(_ => new SnakeCaseConvention());
        configuration.Conventions.Add(EncryptedFieldConvention.For);
        configuration.Conventions.Add(_ => new EnumAsTextConvention());
        return configuration;
    }
}
