using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewBatch;

/// <summary>Reads the code of a letter and the code of its envelope: only the same one twice is a match.</summary>
internal sealed record MatchLetter(Guid BatchId, string Letter, string Envelope) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Print;
}

internal sealed class MatchLetterHandler(MessagingDbContext context, AuditTrail audit) : IRequestHandler<MatchLetter, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MatchLetter request, CancellationToken cancellationToken)
    {
        var (letter, envelope) = (MatchCode.Normal(request.Letter), MatchCode.Normal(request.Envelope));
        if (letter != envelope || letter.Length == 0)
        {
            return Outcome.Invalid(nameof(request.Envelope), "These two codes are not the same. Take this letter out of this envelope");
        }

        var message = await context.Messages.SingleOrDefaultAsync(m => m.PrintBatchId == request.BatchId && m.MatchCode == letter && m.State == MessageState.InBatch, cancellationToken);
        if (message is null)
        {
            return Outcome.Invalid(nameof(request.Letter), "No letter of this batch has this code. Take it out, and look which batch it is from");
        }

        message.IsMatched = true;
        audit.Record(context, MessagingAudit.Matched, MessagingAudit.Message, message.Id, personIds: message.PersonId is { } person ? [person] : []);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>A second person says that the batch may be posted: not the one who made it, and not before every letter is matched. The gate is asked once more.</summary>
internal sealed record ReleaseBatch(Guid BatchId) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Print;
}

internal sealed class ReleaseBatchHandler(MessagingDbContext context, PrintGate gate, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<ReleaseBatch, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReleaseBatch request, CancellationToken cancellationToken)
    {
        if (await context.PrintBatches.SingleOrDefaultAsync(b => b.Id == request.BatchId, cancellationToken) is not { } batch)
        {
            return Outcome.NotFound;
        }

        if (batch.State != BatchState.Open)
        {
            return Outcome.Conflict("This batch has been released already");
        }

        if (batch.MadeBy == actor.AccountId)
        {
            return Outcome.Invalid("", "You made this batch. Somebody else has to release it");
        }

        var letters = await context.Messages.AsNoTracking().Where(m => m.PrintBatchId == batch.Id).Select(m => new { m.Id, m.IsMatched }).ToListAsync(cancellationToken);
        if (letters.Any(letter => !letter.IsMatched))
        {
            return Outcome.Invalid("", "Match every letter with its envelope first");
        }

        // The ones that are held, or whose address was hidden since, leave the batch: the page then says which codes to take out of the pile.
        await gate.OfBatchAsync(context, batch, [.. letters.Select(letter => letter.Id)], cancellationToken);
        batch.State = BatchState.Released;
        (batch.ReleasedBy, batch.ReleasedAt) = (actor.AccountId, clock.GetUtcNow());
        audit.Record(context, MessagingAudit.BatchReleased, "print_batch", batch.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>It was handed to the post on this day.</summary>
internal sealed record PostBatch(Guid BatchId, DateOnly? On) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Print;
}

internal sealed class PostBatchHandler(MessagingDbContext context, Consequences consequences, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<PostBatch, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PostBatch request, CancellationToken cancellationToken)
    {
        if (await context.PrintBatches.SingleOrDefaultAsync(b => b.Id == request.BatchId, cancellationToken) is not { } batch)
        {
            return Outcome.NotFound;
        }

        if (batch.State != BatchState.Released)
        {
            return Outcome.Conflict(batch.State == BatchState.Posted ? "This batch has been posted already" : "A second person has to release this batch first");
        }

        if (request.On is not { } day || day > clock.Today() || day < batch.Day)
        {
            return Outcome.Invalid("PostedOn", "Write the day on which it was posted: not before the batch was made, and not in the future");
        }

        (batch.State, batch.PostedOn, batch.PostedBy) = (BatchState.Posted, day, actor.AccountId);
        foreach (var message in await context.Messages.Where(m => m.PrintBatchId == batch.Id && m.State == MessageState.InBatch).ToListAsync(cancellationToken))
        {
            (message.State, message.SettledAt) = (MessageState.Posted, clock.GetUtcNow());
            var asked = await context.Requests.AsNoTracking().SingleAsync(r => r.Id == message.RequestId, cancellationToken);
            var template = await context.Templates.AsNoTracking().SingleAsync(t => t.Name == message.Template, cancellationToken);
            await consequences.OfAsync(context, message, asked, template, MessageState.Posted, null, null, cancellationToken);
        }

        audit.Record(context, MessagingAudit.BatchPosted, "print_batch", batch.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>The post brought a letter back: it was not made after all, the address is held, and the next way is tried.</summary>
internal sealed record ReturnLetter(Guid BatchId, string Code) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.Print;
}

internal sealed class ReturnLetterHandler(MessagingDbContext context, Consequences consequences, AuditTrail audit, TimeProvider clock) : IRequestHandler<ReturnLetter, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReturnLetter request, CancellationToken cancellationToken)
    {
        var code = MatchCode.Normal(request.Code);
        var message = await context.Messages.SingleOrDefaultAsync(m => m.PrintBatchId == request.BatchId && m.MatchCode == code && m.State == MessageState.Posted, cancellationToken);
        if (message is null)
        {
            return Outcome.Invalid(nameof(request.Code), "No posted letter of this batch has this code");
        }

        (message.State, message.SettledAt) = (MessageState.Returned, clock.GetUtcNow());
        var asked = await context.Requests.AsNoTracking().SingleAsync(r => r.Id == message.RequestId, cancellationToken);
        var template = await context.Templates.AsNoTracking().SingleAsync(t => t.Name == message.Template, cancellationToken);
        await consequences.OfAsync(context, message, asked, template, MessageState.Returned, null, null, cancellationToken);
        audit.Record(context, MessagingAudit.LetterReturned, MessagingAudit.Message, message.Id, personIds: message.PersonId is { } person ? [person] : []);
        await context.SaveChangesAsync(cancellationToken);
        await Platform.Notices.Notices.NotifyAsync(context, DispatchWake.Tag, cancellationToken);
        return default(Done);
    }
}
