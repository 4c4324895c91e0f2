using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// One pool of connections a login. <c>ConnectionStrings:LocalOffer</c> names host, database and owner; the two web logins use the same
/// string with their own name unless <c>ConnectionStrings:LocalOfferPublic</c> and <c>:LocalOfferPrivate</c> say otherwise.
/// </summary>
public sealed class Databases(IConfiguration configuration, ILoggerFactory loggers) : IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<DatabaseLogin, NpgsqlDataSource> sources = new();
    private volatile bool ownerAlone;

    public NpgsqlDataSource For(DatabaseLogin login) => sources.GetOrAdd(login, login => Create(login));

    /// <summary>A pool of its own for a caller with special needs, for example search. The caller disposes of it.</summary>
    public NpgsqlDataSource Create(DatabaseLogin login, Action<NpgsqlConnectionStringBuilder>? configure = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString(login))
        {
            ApplicationName = "local-offer",
            NoResetOnClose = true,
            MaxAutoPrepare = 40,
            AutoPrepareMinUsages = 2,
        };
        configure?.Invoke(settings);
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(loggers).Build();
    }

    /// <summary>
    /// From here on everything in this process is done as the owner: while a backup is put back, the web logins are shut out. Before anything else has
    /// asked for a connection.
    /// </summary>
    internal void UseOwnerAlone() => ownerAlone = true;

    private string ConnectionString(DatabaseLogin login)
    {
        var owner = configuration.GetConnectionString("LocalOffer");
        if (string.IsNullOrWhiteSpace(owner))
        {
            throw new InvalidOperationException("No database: ConnectionStrings__LocalOffer is empty and no local PostgreSQL was started.");
        }

        return login switch
        {
            _ when ownerAlone => owner,
            DatabaseLogin.Owner => owner,
            DatabaseLogin.Private => configuration.GetConnectionString("LocalOfferPrivate") ?? As("web_private"),
            _ => configuration.GetConnectionString("LocalOfferPublic") ?? As("web_public"),
        };

        string As(string role) => new NpgsqlConnectionStringBuilder(owner) { Username = role }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values)
        {
            await source.DisposeAsync();
        }
    }

    public void Dispose()
    {
        foreach (var source in sources.Values)
        {
            source.Dispose();
        }
    }
}
