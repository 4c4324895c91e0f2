using Medway.LocalOffer.Platform.Data;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>Reads settings from memory; every host hears of a change within moments.</summary>
public sealed class Settings
{
    /// <summary>What a page prints for a fact that nobody has confirmed (blueprint §12.14: never invent one).</summary>
    public const string AskTheCouncil = "ask the council";

    private readonly SettingsSnapshot snapshot;
    private readonly SettingsRegistry registry;
    private readonly CurrentLogin login;

    internal Settings(SettingsSnapshot snapshot, SettingsRegistry registry, CurrentLogin login)
    {
        this.snapshot = snapshot;
        this.registry = registry;
        this.login = login;
    }

    /// <exception cref="InvalidOperationException">The setting is not public, and this scope uses the public login.</exception>
    public T Get<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return MayRead(setting)
            ? setting.Read(snapshot.Read(setting, login.Value))
            : throw new InvalidOperationException($"Setting {setting.Name} is not public and this scope uses the public login.");
    }

    /// <summary>The value in words for a page, or <see cref="AskTheCouncil"/>.</summary>
    public string Words(Setting<string?> setting) => Get(setting) is { Length: > 0 } words ? words : AskTheCouncil;

    /// <summary>The value as JSON, for a list of all settings.</summary>
    /// <inheritdoc cref="Get"/>
    public string GetJson(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return MayRead(setting)
            ? snapshot.Read(setting, login.Value) ?? setting.DefaultJson
            : throw new InvalidOperationException($"Setting {setting.Name} is not public and this scope uses the public login.");
    }

    /// <summary>Whether whoever installed this site fixed it in the configuration: then nobody can change it here.</summary>
    public bool IsFixed(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return snapshot.IsFixed(setting);
    }

    /// <summary>Facts without a value, for the page of things to confirm; only those that this scope's login may read.</summary>
    public IReadOnlyList<Setting> ToConfirm() =>
        [.. registry.All.Where(setting => MayRead(setting) && setting.IsUnset(snapshot.Read(setting, login.Value)))];

    private bool MayRead(Setting setting) => setting.IsPublic || login.Value != DatabaseLogin.Public;
}
