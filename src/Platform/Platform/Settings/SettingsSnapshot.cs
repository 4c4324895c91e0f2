using System.Text.Json;
using System.Transactions;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Notices;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>
/// What is stored, in this host's memory: once as the public login sees it and once as the private login does, each read under its own
/// login, so that a page of the public site cannot show what the database would refuse it.
/// </summary>
internal sealed class SettingsSnapshot(Databases databases, IConfiguration configuration) : INoticeHandler
{
    private readonly IConfigurationSection fixedValues = configuration.GetSection("Settings");

    private readonly Lock loading = new();
    private Stored? stored;

    public string TagPrefix => SettingsWriter.NoticeTag;

    /// <summary>
    /// The stored JSON of a setting; null when staff never set it. The first call in a host waits for the database; while that cannot be
    /// reached everything is unset, so that an error page can still be shown.
    /// </summary>
    public string? Read(Setting setting, DatabaseLogin login)
    {
        if (Fixed(setting) is { } json)
        {
            return json;
        }

        Stored known;
        try
        {
            known = Volatile.Read(ref stored) ?? Load(again: false);
        }
        catch (NpgsqlException)
        {
            return null;
        }

        return (login == DatabaseLogin.Public ? known.Public : known.Private).GetValueOrDefault(setting.Name);
    }

    /// <summary>Whether whoever installed this site said it in <c>Settings:NAME</c> of the configuration, which wins over what staff set.</summary>
    public bool IsFixed(Setting setting) => Fixed(setting) is not null;

    private string? Fixed(Setting setting) =>
        fixedValues[setting.Name] is { } typed ? new[] { JsonSerializer.Serialize(typed), typed }.FirstOrDefault(setting.Accepts) : null;

    public Task OnNoticeAsync(string tag, CancellationToken cancellationToken)
    {
        Load(again: true);
        return Task.CompletedTask;
    }

    public Task OnMissedAsync(CancellationToken cancellationToken) => OnNoticeAsync(TagPrefix, cancellationToken);

    /// <summary>The next read loads again: for a change made by this host, which may not listen (the command line does not).</summary>
    public void Forget()
    {
        lock (loading)
        {
            Volatile.Write(ref stored, null);
        }
    }

    /// <summary>One load at a time, so that an older one cannot end after a newer one and win.</summary>
    private Stored Load(bool again)
    {
        lock (loading)
        {
            if (again || stored is null)
            {
                // Whoever asks may be in a transaction of one login; this reads under two.
                using var apart = OneTransaction.Apart();
                Volatile.Write(ref stored, new Stored(
                    Load(DatabaseLogin.Public, "select name, value from platform.public_settings"),
                    Load(DatabaseLogin.Private, "select name, value from platform.settings")));
            }

            return stored!;
        }
    }

    private Dictionary<string, string> Load(DatabaseLogin login, string sql)
    {
        using var command = databases.For(login).CreateCommand(sql);
        using var reader = command.ExecuteReader();
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            values[reader.GetString(0)] = reader.GetString(1);
        }

        return values;
    }

    private sealed record Stored(Dictionary<string, string> Public, Dictionary<string, string> Private);
}
