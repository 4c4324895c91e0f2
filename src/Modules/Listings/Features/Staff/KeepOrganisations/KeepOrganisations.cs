using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.KeepOrganisations;

internal sealed record KeepOrganisations(ListQuery Query) : IQuery<Listed<OrganisationRow>>
{
    public Permission Permission => ListingsPermissions.ReadRecords;
}

internal sealed record OrganisationRow(Guid Id, string Name, RecordState State, int Services, string? Phone);

internal sealed class KeepOrganisationsHandler(ListingsDbContext context) : IRequestHandler<KeepOrganisations, Outcome<Listed<OrganisationRow>>>
{
    public async Task<Outcome<Listed<OrganisationRow>>> Handle(KeepOrganisations request, CancellationToken cancellationToken)
    {
        var organisations = context.Organisations.AsNoTracking();
        if (request.Query["words"] is { } words)
        {
            var like = Like.Containing(words);
            organisations = organisations.Where(organisation => EF.Functions.ILike(organisation.Name, like));
        }

        if (request.Query["state"] is { } state && Enum.Parse<RecordState>(state) is var wanted)
        {
            organisations = organisations.Where(organisation => organisation.State == wanted);
        }

        organisations = request.Query.Sort == "-name"
            ? organisations.OrderByDescending(organisation => organisation.Name).ThenBy(organisation => organisation.Id)
            : organisations.OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Id);
        return await organisations
            .Select(organisation => new OrganisationRow(
                organisation.Id, organisation.Name, organisation.State,
                context.Services.Count(service => service.OrganisationId == organisation.Id && service.State == RecordState.Live), organisation.Phone))
            .ToPageAsync(request.Query, cancellationToken);
    }
}
