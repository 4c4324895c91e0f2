using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;

internal sealed record SeeBatches : IQuery<BatchesView>
{
    public Permission Permission => MessagingPermissions.Print;
}

internal sealed record BatchRow(Guid Id, DateOnly Day, BatchState State, int Letters, int Matched, DateOnly? PostedOn);

internal sealed record BatchesView(int Waiting, IReadOnlyList<BatchRow> Rows);

internal sealed class SeeBatchesHandler(MessagingDbContext context) : IRequestHandler<SeeBatches, Outcome<BatchesView>>
{
    private const int Most = 60;

    public async Task<Outcome<BatchesView>> Handle(SeeBatches request, CancellationToken cancellationToken) => new BatchesView(
        await context.Messages.CountAsync(m => m.State == MessageState.ToPrint, cancellationToken),
        await context.PrintBatches.AsNoTracking().OrderByDescending(b => b.MadeAt).Take(Most)
            .Select(b => new BatchRow(
                b.Id, b.Day, b.State, context.Messages.Count(m => m.PrintBatchId == b.Id), context.Messages.Count(m => m.PrintBatchId == b.Id && m.IsMatched), b.PostedOn))
            .ToListAsync(cancellationToken));
}
