using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>Every setting that a module declared with <see cref="SettingServices.AddSettings"/>.</summary>
public sealed class SettingsRegistry
{
    /// <exception cref="InvalidOperationException">Two settings have one name.</exception>
    public SettingsRegistry(IEnumerable<Setting> settings)
    {
        All = [.. settings.Distinct().OrderBy(setting => setting.Name, StringComparer.Ordinal)];
        var twice = All.GroupBy(setting => setting.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidOperationException($"Setting {twice.Key} is declared twice.");
        }
    }

    /// <summary>In order of their names.</summary>
    public IReadOnlyList<Setting> All { get; }
}

public static class SettingServices
{
    /// <summary>Lists a module's settings, so that staff see them and those without a value stand on the list to confirm.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, params IEnumerable<Setting> settings)
    {
        foreach (var setting in settings)
        {
            services.AddSingleton(setting);
        }

        return services;
    }
}
