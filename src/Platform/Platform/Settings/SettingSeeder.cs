using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>Sets facts that stand on a public page already, with that page as the reason; what staff have set stays.</summary>
internal sealed class SettingSeeder(PlatformDbContext context, SettingsRegistry registry, SettingsWriter writer, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await context.Settings.Select(setting => setting.Name).ToHashSetAsync(cancellationToken);
        foreach (var row in files.Rows(Set, "site/settings.csv", "name", "value", "source").Where(row => !known.Contains(row["name"])))
        {
            var setting = registry.All.Single(setting => setting.Name == row["name"]);
            await writer.SetTypedAsync(setting, row["value"], row["source"], cancellationToken: cancellationToken);
        }
    }
}
