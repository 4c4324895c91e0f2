using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.SeeLedger;

internal sealed record SeeLedger(ListQuery Query) : IQuery<LedgerView>
{
    public Permission Permission => MessagingPermissions.ReadLedger;
}

/// <param name="Requests">Asked for, and not in the ledger yet.</param>
/// <param name="IsStopped">Somebody pulled the switch for everything.</param>
internal sealed record LedgerView(
    Listed<LedgerRow> Rows, int Requests, int Due, int Failed, int CannotReach, int WithProvider, int EndedToday, bool IsStopped, DateTimeOffset AsAt);

internal sealed record LedgerRow(
    Guid Id, string Title, MessageChannel Channel, int Hop, MessageState State, string? Reason, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? SettledAt);

/// <summary>The views of the ledger that somebody looks at for a reason. Each counts and lists the same rows.</summary>
internal static class LedgerViews
{
    public const string Due = "due";
    public const string Failed = "failed";
    public const string CannotReach = "cannot_reach";

    /// <summary>After this many tries somebody should know that it is not going well.</summary>
    private const int Troubled = 3;

    public static IQueryable<Message> AreDue(this IQueryable<Message> messages) => messages.Where(m =>
        m.State == MessageState.Waiting || m.State == MessageState.Sending || m.State == MessageState.Unsure || m.State == MessageState.ToDo
        || m.State == MessageState.ToPrint || m.State == MessageState.InBatch || m.State == MessageState.ToMake);

    public static IQueryable<Message> HaveFailed(this IQueryable<Message> messages) => messages.Where(m =>
        m.State == MessageState.Stuck || m.State == MessageState.Failed || m.State == MessageState.NotMade || m.State == MessageState.Returned
        || m.State == MessageState.Expired || ((m.State == MessageState.Waiting || m.State == MessageState.Unsure) && (m.Tries >= Troubled || m.Faults > 0)));

    public static IQueryable<Message> CannotBeReached(this IQueryable<Message> messages) => messages.Where(m => m.State == MessageState.Held);

    public static IQueryable<Message> In(this IQueryable<Message> messages, string? view) => view switch
    {
        Due => messages.AreDue(),
        Failed => messages.HaveFailed(),
        CannotReach => messages.CannotBeReached(),
        _ => messages,
    };
}

internal sealed class SeeLedgerHandler(MessagingDbContext context, TimeProvider clock) : IRequestHandler<SeeLedger, Outcome<LedgerView>>
{
    public async Task<Outcome<LedgerView>> Handle(SeeLedger request, CancellationToken cancellationToken)
    {
        var (query, now) = (request.Query, clock.GetUtcNow());
        var all = context.Messages.AsNoTracking();
        var since = Platform.Time.UkTime.StartOf(Platform.Time.UkTime.DateIn(now));
        return new LedgerView(
            await Sorted(Filtered(all, query), query)
                .Select(m => new LedgerRow(m.Id, context.Templates.Where(t => t.Name == m.Template).Select(t => t.Title).FirstOrDefault()!, m.Channel, m.Hop, m.State, m.Reason, m.CreatedAt, m.DueAt, m.SettledAt))
                .ToPageAsync(query, cancellationToken),
            await context.Requests.CountAsync(r => r.PlannedAt == null, cancellationToken),
            await all.AreDue().CountAsync(cancellationToken),
            await all.HaveFailed().CountAsync(cancellationToken),
            await all.CannotBeReached().CountAsync(cancellationToken),
            await all.CountAsync(m => m.State == MessageState.Sent, cancellationToken),
            await all.CountAsync(m => m.SettledAt >= since, cancellationToken),
            await context.Stops.AnyAsync(s => s.Kind == StopKind.Everything && s.LiftedAt == null, cancellationToken),
            now);
    }

    private static IQueryable<Message> Filtered(IQueryable<Message> messages, ListQuery query)
    {
        messages = messages.In(query["view"]);
        if (query["channel"] is { } channel)
        {
            var wanted = Enum.Parse<MessageChannel>(channel.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            messages = messages.Where(m => m.Channel == wanted);
        }

        return query["template"] is { } template ? messages.Where(m => m.Template == template) : messages;
    }

    private static IOrderedQueryable<Message> Sorted(IQueryable<Message> messages, ListQuery query) => (query.Sort switch
    {
        "asked" => messages.OrderBy(m => m.CreatedAt),
        "due" => messages.OrderBy(m => m.DueAt),
        "-due" => messages.OrderByDescending(m => m.DueAt),
        _ => messages.OrderByDescending(m => m.CreatedAt),
    }).ThenBy(m => m.Id);
}
