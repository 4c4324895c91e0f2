using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewBatch;

internal sealed record ViewBatch(Guid Id) : IQuery<BatchView>
{
    public Permission Permission => MessagingPermissions.Print;
}

internal sealed record BatchLetter(Guid Id, string MatchCode, bool IsMatched, MessageState State);

internal sealed record BatchView(PrintBatch Batch, IReadOnlyList<BatchLetter> Letters)
{
    public bool IsMatched => Letters.Count > 0 && Letters.All(letter => letter.IsMatched);
}

internal sealed class ViewBatchHandler(MessagingDbContext context) : IRequestHandler<ViewBatch, Outcome<BatchView>>
{
    public async Task<Outcome<BatchView>> Handle(ViewBatch request, CancellationToken cancellationToken) =>
        await context.PrintBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == request.Id, cancellationToken) is { } batch
            ? new BatchView(batch, await context.Messages.AsNoTracking().Where(m => m.PrintBatchId == batch.Id).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
                .Select(m => new BatchLetter(m.Id, m.MatchCode!, m.IsMatched, m.State)).ToListAsync(cancellationToken))
            : Outcome.NotFound;
}
