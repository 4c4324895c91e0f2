using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ViewService;

/// <summary>One service with all that its page says.</summary>
internal sealed record ViewService(string Slug) : IQuery<ServicePage>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <summary>What stands at an address of a service: the service, or where it went.</summary>
/// <param name="View">Null when it moved or has gone.</param>
/// <param name="MovedTo">The address it has now.</param>
internal sealed record ServicePage(ServiceView? View, string? MovedTo);

internal sealed class ViewServiceHandler(ListingsDbContext context, IDays days, TimeProvider clock)
    : IRequestHandler<ViewService, Outcome<ServicePage>>
{
    /// <summary>A year of weekly sessions.</summary>
    private const int MostDates = 60;
    private const int MostAlike = 4;

    public async Task<Outcome<ServicePage>> Handle(ViewService request, CancellationToken cancellationToken)
    {
        if (!NaturalKey.IsSlug(request.Slug))
        {
            return Outcome.NotFound;
        }

        var service = await ServiceEntries.Whole(context.Services).SingleOrDefaultAsync(service => service.Slug == request.Slug, cancellationToken);
        if (service is null or { State: RecordState.Merged })
        {
            return await context.MovedToAsync(RecordKind.Service, service?.MergedIntoId, request.Slug, cancellationToken) is { } moved
                ? new ServicePage(null, moved)
                : Outcome.NotFound;
        }

        return service.State == RecordState.Archived
            ? new ServicePage(null, null)
            : new ServicePage(ViewOf(service) with { Alike = await AlikeAsync(service, cancellationToken) }, null);
    }

    private ServiceView ViewOf(Service service)
    {
        var kind = Facets.Kinds.Single(facet => facet.Value == service.Kind);
        string[] needs = [.. service.Needs.Select(need => need.Need)];
        Place[] places = [.. service.Places.OrderBy(place => place.Position).Select(place => place.Place!)];
        AreaName[] areas = [.. service.Areas.Select(area => new AreaName(area.AreaCode, area.Area!.Name, area.Area.Kind))];
        SessionRule[] rules = [.. service.Sessions.OrderBy(session => session.Position).Select(session => session.ToRule())];
        var answersFromAfar = places.Length == 0 && (service.IsOnline || areas.Any(area => area.Kind == AreaKind.Country));
        var costs = service.Costs.OrderBy(cost => cost.Position)
            .Select(cost => new CostWords(cost.Kind, cost.Label, cost.AmountPence, cost.Unit, cost.Note)).ToList();
        var today = clock.Today();
        return new ServiceView
        {
            Id = service.Id,
            Slug = service.Slug,
            Name = service.Name,
            Summary = service.Summary,
            Town = places is [var only] ? only.Town : null,
            KindOfHelp = Facets.KindsOfHelp.First(help => (help.Mask & kind.Mask) != 0),
            Drawing = KindDrawings.Of(service.Kind),
            Ages = CardWords.Ages(service.AgeFrom, service.AgeTo),
            Needs = CardWords.Needs(needs, service.ShortBreakLevel),
            AlsoNamed = service.ShortBreakLevel == ShortBreakLevel.Universal && needs.Contains(Vocabulary.AnyNeed) ? CardWords.NamedNeeds(needs) : null,
            Eligibility = service.Eligibility,
            DiagnosisNeeded = service.DiagnosisNeeded,
            Cost = CardWords.Cost(costs),
            Places = [.. places.Select(place => new ServicePlaceView(ServiceSearchEntry.Words(place), place.PositionIsExact))],
            Area = AreaWords.Of(areas),
            IsOnline = service.IsOnline,
            ComesToYou = service.ComesToYou == true,
            HasNoDoor = answersFromAfar,
            Times = service.Times,
            Sessions = [.. rules.Select(SessionWords.Of)],
            HolidaysNotKnown = rules.Any(rule => rule.Runs == RunsIn.NotKnown),

            // All of today, too: the page is kept until midnight.
            Dates = SessionDates.Next(rules, days, today, TimeOnly.MinValue, MostDates),
            Start = StartWords.Of(service.JoinRoute),
            GettingIt = GettingIt.Of(service.ShortBreakLevel, service.Kind, service.WhoDecides, service.HowToGet, service.UsualWait, service.IfRefused),
            FirstVisit = service.FirstVisit,
            Languages = LanguageWords.Of(service.Languages.Select(language => language.Code)),
            Interpreter = service.Interpreter,
            Phone = service.Phone,
            Email = service.Email,
            Website = service.Website,
            Organisation = service.Organisation!.Name,
            OrganisationSlug = service.Organisation.Slug,
            Access = AccessWords.Groups(
                [.. service.AccessFacts.Concat(places.SelectMany(place => place.AccessFacts)).Select(fact => new AccessSaid(fact.Key, fact.Answer, fact.Note, fact.CheckedOn))],
                hasDoor: !answersFromAfar),
            Sureness = Freshness.SurenessOn(today, service.Verified, service.LoadedOn, service.LastCheckedOn, service.CheckMonths),
            CheckedOn = service.LastCheckedOn,
            NextCheckOn = Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths),
            AskedOn = service.AskedOn,
            SourceUrl = service.SourceUrl,
            HardWords = HardWords.In(
            [
                service.Name, service.Summary, service.Times, service.Organisation.Name, service.Eligibility, service.FirstVisit, service.WhoDecides,
                service.HowToGet, service.IfRefused, .. costs.Select(cost => cost.Note),
            ]),
        };
    }

    /// <summary>The same kind of help, most needs in common first; only what a search would find.</summary>
    private async Task<IReadOnlyList<AlikeView>> AlikeAsync(Service service, CancellationToken cancellationToken)
    {
        string[] needs = [.. service.Needs.Select(need => need.Need)];
        return await context.Services.AsNoTracking()
            .Where(other => other.Kind == service.Kind && other.Id != service.Id && other.State == RecordState.Live)
            .Where(other => context.SearchEntries.Any(entry => entry.Id == other.Id))
            .OrderByDescending(other => other.Needs.Count(need => needs.Contains(need.Need))).ThenBy(other => other.Name).ThenBy(other => other.Id)
            .Take(MostAlike)
            .Select(other => new AlikeView(other.Slug, other.Name, other.Summary))
            .ToListAsync(cancellationToken);
    }
}
