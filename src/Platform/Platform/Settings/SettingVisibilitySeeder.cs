using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>Brings the stored visibility in line with the declarations: a release that makes a setting private takes it from the public login.</summary>
internal sealed class SettingVisibilitySeeder(PlatformDbContext context, SettingsRegistry registry) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var visible = registry.All.Where(setting => setting.IsPublic).Select(setting => setting.Name).ToArray();
        var changed = await context.Settings
            .Where(setting => setting.IsPublic != visible.Contains(setting.Name))
            .ExecuteUpdateAsync(set => set.SetProperty(setting => setting.IsPublic, setting => !setting.IsPublic), cancellationToken);
        if (changed > 0)
        {
            await Notices.Notices.NotifyAsync(context, SettingsWriter.NoticeTag, cancellationToken);
        }
    }
}
