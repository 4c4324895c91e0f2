using Medway.LocalOffer.Platform.Data;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>Reads settings from memory; every host hears of a change within moments.</summary>
public sealed class Settings(CurrentLogin login)
{
    /// <summary>What a page prints for a fact that nobody has confirmed (blueprint §12.14: never invent one).</summary>
    public const string AskTheCouncil = "ask the council";

    /// <exception cref="InvalidOperationException">The setting is not public, and this scope uses the public login.</exception>
    public T Get<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        _ = login;
        throw new NotImplementedException();
    }

    /// <summary>The value in words for a page, or <see cref="AskTheCouncil"/>.</summary>
    public string Words(Setting<string?> setting) => Get(setting) is { Length: > 0 } words ? words : AskTheCouncil;

    /// <summary>Facts without a value, for the page of things to confirm. Only those that this scope's login may read.</summary>
    public IReadOnlyList<Setting> ToConfirm() => throw new NotImplementedException();
}
