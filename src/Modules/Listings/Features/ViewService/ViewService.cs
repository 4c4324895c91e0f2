using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ViewService;

/// <summary>One service with all that its page says.</summary>
internal sealed record ViewService(string Slug) : IQuery<ServiceView>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ViewServiceHandler(ListingsDbContext context) : IRequestHandler<ViewService, Outcome<ServiceView>>
{
    public async Task<Outcome<ServiceView>> Handle(ViewService request, CancellationToken cancellationToken)
    {
        if (!NaturalKey.IsSlug(request.Slug))
        {
            return Outcome.NotFound;
        }

        // One statement: the lists are short, so the rows that joining them repeats cost less than another round trip.
        var row = await context.Services.AsNoTracking().AsSingleQuery()
            .Where(service => service.Slug == request.Slug)
            .Select(service => new
            {
                service.Name,
                service.Summary,
                service.Kind,
                service.ShortBreakLevel,
                service.AgeFrom,
                service.AgeTo,
                service.IsOnline,
                service.Area,
                service.JoinRoute,
                service.Times,
                service.Phone,
                service.Email,
                service.Website,
                service.SourceUrl,
                service.Sureness,
                service.LastCheckedOn,
                OrganisationName = service.Organisation!.Name,
                OrganisationSlug = service.Organisation.Slug,
                Needs = service.Needs.Select(need => need.Need).ToList(),
                Costs = service.Costs.OrderBy(cost => cost.Position)
                    .Select(cost => new CostWords(cost.Kind, cost.Label, cost.Amount, cost.Unit, cost.Note)).ToList(),
                Places = service.Places.OrderBy(place => place.Position)
                    .Select(place => new ServicePlaceView(
                        new PlaceWords(place.Place!.Name, place.Place.Address, place.Place.Town, place.Place.Postcode), place.Place.PositionIsExact)).ToList(),
                Access = service.AccessFacts.Select(fact => new AccessSaid(fact.Key, fact.Answer, fact.CheckedOn != null)).ToList(),
                PlaceAccess = context.AccessFacts.Where(fact => service.Places.Any(place => place.PlaceId == fact.PlaceId))
                    .Select(fact => new AccessSaid(fact.Key, fact.Answer, fact.CheckedOn != null)).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return Outcome.NotFound;
        }

        var kind = Facets.Kinds.Single(facet => facet.Value == row.Kind);
        var answersFromAfar = row.Places.Count == 0 && (row.IsOnline || row.Area == CoverageArea.National);
        var cost = CardWords.Cost(row.Costs);
        return new ServiceView
        {
            Name = row.Name,
            Summary = row.Summary,
            Town = row.Places is [var only] ? only.Words.Town : null,
            KindOfHelp = Facets.KindsOfHelp.First(help => (help.Mask & kind.Mask) != 0),
            Drawing = KindDrawings.Of(row.Kind),
            Ages = CardWords.Ages(row.AgeFrom, row.AgeTo),
            Needs = CardWords.Needs(row.Needs, row.ShortBreakLevel),
            AlsoNamed = row.ShortBreakLevel == ShortBreakLevel.Universal && row.Needs.Contains(Vocabulary.AnyNeed) ? CardWords.NamedNeeds(row.Needs) : null,
            Cost = cost,
            Places = row.Places,
            Area = CardWords.Area(row.Area),
            IsOnline = row.IsOnline,
            HasNoDoor = answersFromAfar,
            Times = row.Times,
            Start = StartWords.Of(row.JoinRoute),
            Phone = row.Phone,
            Email = row.Email,
            Website = row.Website,
            Organisation = row.OrganisationName,
            OrganisationSlug = row.OrganisationSlug,
            Access = AccessWords.Groups([.. row.Access, .. row.PlaceAccess], hasDoor: !answersFromAfar),
            Sureness = row.Sureness,
            CheckedOn = row.LastCheckedOn,
            SourceUrl = row.SourceUrl,
            HardWords = HardWords.In(row.Name, row.Summary, cost, row.Times, row.OrganisationName),
        };
    }
}
