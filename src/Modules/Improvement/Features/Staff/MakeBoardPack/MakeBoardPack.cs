using System.Security.Cryptography;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Features.Packs;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.MakeBoardPack;

/// <summary>
/// Makes the pack of the next board from what is known today. While nothing changes on one day, every pack has the same bytes, and they are one pack.
/// </summary>
internal sealed record MakeBoardPack(Guid BoardId) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.MakePacks;
}

internal sealed class MakeBoardPackHandler(ImprovementDbContext context, PartReader parts, PackReader reader, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<MakeBoardPack, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(MakeBoardPack request, CancellationToken cancellationToken)
    {
        if (await context.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.Id == request.BoardId, cancellationToken) is not { } board)
        {
            return Outcome.NotFound;
        }

        var next = await parts.NextBoardAsync(cancellationToken);
        if (board.HeldOn != next)
        {
            return Outcome.Invalid("", board.HeldOn < clock.Today()
                ? "This board has met. Its packs stay as they were; make the pack of the next board"
                : $"The board of {next!.Value.Long()} meets first. Make its pack");
        }

        await context.Database.LockAsync("improvement.packs", cancellationToken);
        var facts = await reader.ReadAsync(board, cancellationToken);
        var content = PackWriter.Write(facts);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        if (await context.Packs.Where(pack => pack.BoardId == board.Id && pack.Digest == digest).Select(pack => (Guid?)pack.Id).SingleOrDefaultAsync(cancellationToken) is { } same)
        {
            return same;
        }

        var now = clock.GetUtcNow();
        var made = new BoardPack
        {
            Id = Guid.CreateVersion7(now),
            BoardId = board.Id,
            Facts = facts.ToJson(),
            Content = content,
            Digest = digest,
            At = now,
            By = actor.Id,
        };
        context.Packs.Add(made);
        audit.Record(context, ImprovementAudit.PackMade, BoardPack.Subject, made.Id, changes: [new AuditChange("sha256", null, digest)]);
        await context.SaveChangesAsync(cancellationToken);
        return made.Id;
    }
}
