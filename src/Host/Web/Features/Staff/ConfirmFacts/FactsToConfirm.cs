using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Web.Features.Staff.ConfirmFacts;

/// <summary>Facts about real bodies that nobody has confirmed: the site prints "ask the council" for each.</summary>
internal sealed record FactsToConfirm : IQuery<IReadOnlyList<FactRow>>
{
    public Permission Permission => SitePermissions.ReadSettings;
}

internal sealed record FactRow(string Name, string Description);

internal sealed class FactsToConfirmHandler(Settings settings, Actor actor) : IRequestHandler<FactsToConfirm, Outcome<IReadOnlyList<FactRow>>>
{
    public Task<Outcome<IReadOnlyList<FactRow>>> Handle(FactsToConfirm request, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Ok<IReadOnlyList<FactRow>>(
        [
            .. settings.ToConfirm()
                .Where(setting => actor.May(ChangeSetting.ChangeSetting.PermissionFor(setting.Name)))
                .Select(setting => new FactRow(setting.Name, setting.Description)),
        ]));
}

/// <summary>One row for the Local Offer officer while any fact is missing; an administrator can look, but does not know the answers.</summary>
internal sealed class FactsToConfirmWork(Settings settings) : IWorkItems
{
    public Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var missing = actor.RolesHeld.Contains(Roles.LocalOfferOfficer) && actor.May(SitePermissions.ChangeFacts) ? settings.ToConfirm().Count : 0;
        return Task.FromResult<IReadOnlyList<WorkItem>>(missing == 0
            ? []
            :
            [
                new WorkItem(
                    "Facts to confirm",
                    missing == 1 ? "1 fact that nobody has confirmed" : $"{missing} facts that nobody has confirmed",
                    "Until somebody does, the public site says: ask the council.",
                    null,
                    "/staff/settings/to-confirm",
                    "See them",
                    "i-info"),
            ]);
    }
}
