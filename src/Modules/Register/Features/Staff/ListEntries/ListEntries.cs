using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Lists;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ListEntries;

/// <summary>The register as officers keep it: first what is to be checked, by the day on which it must be live. Everybody on the page is written down as seen.</summary>
internal sealed record ListEntries(ListQuery Query) : IQuery<EntriesPage>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Read;

    public AuditEvent Event => RegisterAudit.Listed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => PublicTask.KeepTheRegister.Words;
}

internal sealed record EntriesPage(Listed<EntryRow> Listed, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed record EntryRow(Guid Id, string Reference, string Child, EntryState State, EntrySource Source, DateOnly ReceivedOn, DateOnly LiveBy, bool IsLate);

internal sealed class ListEntriesHandler(RegisterReader reader, IPeople people, TimeProvider clock) : IRequestHandler<ListEntries, Outcome<EntriesPage>>
{
    public async Task<Outcome<EntriesPage>> Handle(ListEntries request, CancellationToken cancellationToken)
    {
        var entries = reader.For(PublicTask.KeepTheRegister).AsNoTracking();
        entries = request.Query["show"] switch
        {
            "live" => entries.Where(entry => entry.State == EntryState.Live),
            "lapsed" => entries.Where(entry => entry.State == EntryState.Lapsed),
            "unconfirmed" => entries.Where(entry => entry.State == EntryState.Unconfirmed),
            "ended" => entries.Where(entry => entry.State != EntryState.Received && entry.State != EntryState.Live && entry.State != EntryState.Lapsed && entry.State != EntryState.Unconfirmed),
            "all" => entries,
            _ => entries.Where(entry => entry.State == EntryState.Received),
        };
        entries = request.Query.Sort switch
        {
            "received" => entries.OrderBy(entry => entry.ReceivedAt).ThenBy(entry => entry.Id),
            "-received" => entries.OrderByDescending(entry => entry.ReceivedAt).ThenBy(entry => entry.Id),
            "-by" => entries.OrderByDescending(entry => entry.LiveBy).ThenBy(entry => entry.Id),
            _ => entries.OrderBy(entry => entry.LiveBy).ThenBy(entry => entry.Id),
        };
        var page = await entries.ToPageAsync(request.Query, cancellationToken);
        var children = page.Rows.Select(entry => entry.ChildId).ToList();
        var names = await people.NamesAsync(children, cancellationToken);
        var today = clock.Today();
        return new EntriesPage(
            new Listed<EntryRow>(
                [.. page.Rows.Select(entry => new EntryRow(
                    entry.Id, entry.Reference, names.TryGetValue(entry.ChildId, out var name) ? name.Full : "Not known", entry.State, entry.Source, UkTime.DateIn(entry.ReceivedAt), entry.LiveBy,
                    entry.State == EntryState.Received && entry.LiveBy < today))],
                page.Page, page.Total),
            children);
    }
}
