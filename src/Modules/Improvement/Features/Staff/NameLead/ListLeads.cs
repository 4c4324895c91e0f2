using MediatR;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Features.Staff.NameLead;

/// <summary>The lead roles of the plan, and who holds them.</summary>
internal sealed record ListLeads : IQuery<IReadOnlyList<LeadRow>>
{
    public Permission Permission => ImprovementPermissions.NameLeads;
}

/// <param name="Holder">In words.</param>
internal sealed record LeadRow(string Role, string Holder, string Parts);

internal sealed class ListLeadsHandler(LeadReader leads, IStaffNames names) : IRequestHandler<ListLeads, Outcome<IReadOnlyList<LeadRow>>>
{
    public async Task<Outcome<IReadOnlyList<LeadRow>>> Handle(ListLeads request, CancellationToken cancellationToken)
    {
        var all = await leads.ReadAsync(cancellationToken);
        var known = await names.OfAsync([.. all.Where(lead => lead.Holder is not null).Select(lead => $"{lead.Holder:D}")], cancellationToken);
        return Outcome.Ok<IReadOnlyList<LeadRow>>(
        [
            .. all.Select(lead => new LeadRow(
                lead.Role,
                lead.Holder is { } account ? known.GetValueOrDefault($"{account:D}") ?? "Somebody" : lead.HasLeft ? "Nobody: whoever held it has left" : "Nobody",
                string.Join(", ", lead.Parts.Select(part => part.Reference)))),
        ]);
    }
}
