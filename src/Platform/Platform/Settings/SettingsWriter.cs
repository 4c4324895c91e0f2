namespace Medway.LocalOffer.Platform.Settings;

/// <summary>Changes settings, with an audit entry and a notice to every host. Needs the private login.</summary>
public sealed class SettingsWriter
{
    public Task SetAsync<T>(Setting<T> setting, T value, string? reason = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
