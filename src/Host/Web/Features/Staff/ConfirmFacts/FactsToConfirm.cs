using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Web.Features.Staff.ConfirmFacts;

/// <summary>Facts about real bodies that nobody has confirmed: the site prints "ask the council" for each.</summary>
internal sealed record FactsToConfirm : IQuery<UnconfirmedFacts>
{
    public Permission Permission => SitePermissions.ReadSettings;
}

/// <param name="Settings">Which this person may fill in.</param>
/// <param name="InWords">Which stand in the words of pages.</param>
internal sealed record UnconfirmedFacts(IReadOnlyList<FactRow> Settings, IReadOnlyList<UnknownFact> InWords);

internal sealed record FactRow(string Name, string Description);

internal sealed class FactsToConfirmHandler(Settings settings, IEnumerable<IUnknownFacts> others, Actor actor) : IRequestHandler<FactsToConfirm, Outcome<UnconfirmedFacts>>
{
    public async Task<Outcome<UnconfirmedFacts>> Handle(FactsToConfirm request, CancellationToken cancellationToken)
    {
        List<UnknownFact> inWords = [];
        foreach (var other in others)
        {
            inWords.AddRange(await other.ForAsync(actor, cancellationToken));
        }

        return new UnconfirmedFacts(
            [
                .. settings.ToConfirm()
                    .Where(setting => actor.May(ChangeSetting.ChangeSetting.PermissionFor(setting.Name)))
                    .Select(setting => new FactRow(setting.Name, setting.Description)),
            ],
            inWords);
    }
}

/// <summary>One row for the Local Offer officer while any fact is missing; an administrator can look, but does not know the answers.</summary>
internal sealed class FactsToConfirmWork(Settings settings, IEnumerable<IUnknownFacts> others) : IWorkItems
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.RolesHeld.Contains(Roles.LocalOfferOfficer) || !actor.May(SitePermissions.ChangeFacts))
        {
            return [];
        }

        var missing = settings.ToConfirm().Count;
        foreach (var other in others)
        {
            missing += (await other.ForAsync(actor, cancellationToken)).Count;
        }

        return missing == 0
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
            ];
    }
}
