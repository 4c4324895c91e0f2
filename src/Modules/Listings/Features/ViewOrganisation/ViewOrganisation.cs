using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ViewOrganisation;

/// <summary>Who runs what: an organisation, how to reach it and its services.</summary>
internal sealed record ViewOrganisation(string Slug) : IQuery<OrganisationPage>
{
    /// <summary>More than any real organisation runs here; keeps the page of a badly loaded one from growing without end.</summary>
    public const int MostServices = 200;

    public Permission Permission => Permission.ReadPublished;
}

/// <summary>What stands at an address of an organisation.</summary>
/// <param name="View">Null when it moved or has gone.</param>
/// <param name="MovedTo">The address it has now.</param>
internal sealed record OrganisationPage(OrganisationView? View, string? MovedTo);

/// <param name="HasMore">It runs more than are shown.</param>
internal sealed record OrganisationView(
    string Name, string? Description, string? Phone, string? Email, string? Website, IReadOnlyList<OrganisationServiceView> Services, bool HasMore, IReadOnlyList<string> HardWords);

internal sealed record OrganisationServiceView(string Slug, string Name, string Summary, string? Who, string? Where, string? Phone);

internal sealed class ViewOrganisationHandler(ListingsDbContext context) : IRequestHandler<ViewOrganisation, Outcome<OrganisationPage>>
{
    public async Task<Outcome<OrganisationPage>> Handle(ViewOrganisation request, CancellationToken cancellationToken)
    {
        if (!NaturalKey.IsSlug(request.Slug))
        {
            return Outcome.NotFound;
        }

        var row = await context.Organisations.AsNoTracking().AsSingleQuery()
            .Where(organisation => organisation.Slug == request.Slug)
            .Select(organisation => new
            {
                organisation.Name,
                organisation.Description,
                organisation.State,
                organisation.MergedIntoId,
                organisation.Phone,
                organisation.Email,
                organisation.Website,
                Services = context.Services.Where(service => service.OrganisationId == organisation.Id && service.State == RecordState.Live)
                    .OrderBy(service => service.Name).ThenBy(service => service.Id)
                    .Take(ViewOrganisation.MostServices + 1)
                    .Select(service => new
                    {
                        service.Slug,
                        service.Name,
                        service.Summary,
                        service.AgeFrom,
                        service.AgeTo,
                        service.ShortBreakLevel,
                        service.DiagnosisNeeded,
                        service.IsOnline,
                        Areas = service.Areas.Select(area => new AreaName(area.AreaCode, area.Area!.Name, area.Area.Kind)).ToList(),
                        service.Phone,
                        Needs = service.Needs.Select(need => need.Need).ToList(),
                        Places = service.Places.OrderBy(place => place.Position)
                            .Select(place => new PlaceWords(place.Place!.Name, place.Place.Address, place.Place.Town, place.Place.Postcode)).ToList(),
                    })
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null or { State: RecordState.Merged })
        {
            return await context.MovedToAsync(RecordKind.Organisation, row?.MergedIntoId, request.Slug, cancellationToken) is { } moved
                ? new OrganisationPage(null, moved)
                : Outcome.NotFound;
        }

        if (row.State == RecordState.Archived)
        {
            return new OrganisationPage(null, null);
        }

        var services = row.Services.Take(ViewOrganisation.MostServices).Select(service => new OrganisationServiceView(
            service.Slug,
            service.Name,
            service.Summary,
            CardWords.Who(service.AgeFrom, service.AgeTo, service.Needs, service.ShortBreakLevel, service.DiagnosisNeeded),
            CardWords.Where(service.Places, service.IsOnline, service.Areas),
            service.Phone)).ToList();
        return new OrganisationPage(new OrganisationView(
            row.Name,
            row.Description,
            row.Phone,
            row.Email,
            row.Website,
            services,
            row.Services.Count > ViewOrganisation.MostServices,
            HardWords.In([row.Name, row.Description, .. services.SelectMany(service => new[] { service.Name, service.Summary })])), null);
    }
}
