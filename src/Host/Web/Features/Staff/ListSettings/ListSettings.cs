using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Lists;

namespace Medway.LocalOffer.Web.Features.Staff.ListSettings;

/// <summary>The settings that this person may change, or all for whoever may change all.</summary>
internal sealed record ListSettings(ListQuery Query) : IQuery<Listed<SettingRow>>
{
    public Permission Permission => SitePermissions.ReadSettings;
}

/// <param name="Value">In words; null when it has none.</param>
/// <param name="Default">In words; null when there is none.</param>
/// <param name="IsFixed">Set where the site is installed: nobody can change it here.</param>
internal sealed record SettingRow(string Name, string Description, string? Value, string? Default, bool IsFixed);

internal sealed class ListSettingsHandler(SettingsRegistry registry, Settings settings, Actor actor) : IRequestHandler<ListSettings, Outcome<Listed<SettingRow>>>
{
    public Task<Outcome<Listed<SettingRow>>> Handle(ListSettings request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var rows = registry.All
            .Where(setting => actor.May(ChangeSetting.ChangeSetting.PermissionFor(setting.Name)))
            .Select(setting => new SettingRow(
                setting.Name, setting.Description, setting.Words(settings.GetJson(setting)), setting.Words(setting.DefaultJson), settings.IsFixed(setting)))
            .Where(row => query["words"] is not { } words
                || $"{row.Name} {row.Description} {row.Value}".Contains(words, StringComparison.OrdinalIgnoreCase))
            .Where(row => query["state"] switch { "unset" => row.Value is null, "changed" => row.Value != row.Default, _ => true })
            .ToList();
        if (query.Sort == "-name")
        {
            rows.Reverse();
        }

        return Task.FromResult(Outcome.Ok(rows.ToPage(query)));
    }
}
