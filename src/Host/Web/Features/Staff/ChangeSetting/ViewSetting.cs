using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeSetting;

internal sealed record ViewSetting(string Name) : IQuery<SettingView>
{
    public Permission Permission => ChangeSetting.PermissionFor(Name);
}

/// <param name="Value">In words; null when it has none.</param>
/// <param name="Json">As it is stored, to notice a change by somebody else.</param>
/// <param name="MayBeUnknown">A fact without a default: left empty, the site says "ask the council".</param>
internal sealed record SettingView(string Description, string? Value, string Json, string? Default, bool MayBeUnknown, bool IsFixed);

internal sealed class ViewSettingHandler(SettingsRegistry registry, Settings settings) : IRequestHandler<ViewSetting, Outcome<SettingView>>
{
    public Task<Outcome<SettingView>> Handle(ViewSetting request, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<SettingView>>(registry.All.FirstOrDefault(setting => setting.Name == request.Name) is { } setting
            ? new SettingView(
                setting.Description,
                setting.Words(settings.GetJson(setting)),
                settings.GetJson(setting),
                setting.Words(setting.DefaultJson),
                setting.IsUnset(null),
                settings.IsFixed(setting))
            : Outcome.NotFound);
}
