using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.KeepServices;

internal sealed record KeepServices(ListQuery Query) : IQuery<Listed<ServiceRow>>
{
    public Permission Permission => ListingsPermissions.ReadRecords;
}

internal sealed record ServiceRow(Guid Id, string Name, string Organisation, RecordState State, bool HasDraft, string Check, DateOnly DueOn, int Score);

internal sealed class KeepServicesHandler(ListingsDbContext context, Actor actor, TimeProvider clock) : IRequestHandler<KeepServices, Outcome<Listed<ServiceRow>>>
{
    public async Task<Outcome<Listed<ServiceRow>>> Handle(KeepServices request, CancellationToken cancellationToken)
    {
        var services = Narrowed(request.Query);
        services = request.Query.Sort switch
        {
            "-name" => services.OrderByDescending(service => service.Name).ThenBy(service => service.Id),
            "due" => services.OrderBy(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths)).ThenBy(service => service.Id),
            "-due" => services.OrderByDescending(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths)).ThenBy(service => service.Id),
            _ => services.OrderBy(service => service.Name).ThenBy(service => service.Id),
        };
        var page = await services.Select(service => service.Id).ToPageAsync(request.Query, cancellationToken);
        var whole = await ServiceEntries.Whole(context.Services).Where(service => page.Rows.Contains(service.Id)).ToDictionaryAsync(service => service.Id, cancellationToken);
        var drafts = await context.Revisions.Where(revision => page.Rows.Contains(revision.RecordId) && (revision.State == RevisionState.Draft || revision.State == RevisionState.Submitted))
            .Select(revision => revision.RecordId).ToHashSetAsync(cancellationToken);
        return new Listed<ServiceRow>([.. page.Rows.Select(id => Row(whole[id], drafts.Contains(id)))], page.Page, page.Total);
    }

    private ServiceRow Row(Service service, bool hasDraft) => new(
        service.Id, service.Name, service.Organisation!.Name, service.State, hasDraft,
        CheckWords.Of(Freshness.StateOn(clock.Today(), service.LoadedOn, service.LastCheckedOn, service.CheckMonths)),
        Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths), Quality.Score(ServiceQuality.Facts(service)));

    private IQueryable<Service> Narrowed(ListQuery query)
    {
        var services = context.Services.AsNoTracking();
        if (query["words"] is { } words)
        {
            var like = Like.Containing(words);
            services = services.Where(service => EF.Functions.ILike(service.Name, like) || EF.Functions.ILike(service.Organisation!.Name, like));
        }

        if (query["kind"] is { } kind)
        {
            services = services.Where(service => service.Kind == kind);
        }

        if (query["state"] is { } state && Enum.Parse<RecordState>(state) is var wanted)
        {
            services = services.Where(service => service.State == wanted);
        }

        var today = clock.Today();
        var late = today.AddDays(-42);
        services = query["check"] switch
        {
            "late" => services.Where(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths) <= late),
            "due" => services.Where(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths) <= today),
            "good" => services.Where(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths) > today),
            _ => services,
        };
        var me = actor.AccountId;
        return query["owner"] switch
        {
            "me" => services.Where(service => service.OwnerId == me),
            "nobody" => services.Where(service => service.OwnerId == null),
            _ => services,
        };
    }
}
