using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.PlanNews;

/// <summary>Puts a newsletter or a consultation into the partnership's calendar. A clash is shown, not forbidden: people settle it.</summary>
internal sealed record PlanEntry(CalendarKind Kind, string Title, string Sender, NewsTopic Audience, DateOnly? From, DateOnly? To, string Words) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.PlanNews;
}

internal sealed class PlanEntryValidator : AbstractValidator<PlanEntry>
{
    public PlanEntryValidator()
    {
        RuleFor(plan => plan.Title).NotEmpty().WithMessage("Write what it is called").MaximumLength(CalendarEntry.LongestTitle).WithMessage("Write a shorter title")
            .Must(title => !title.Any(char.IsControl)).WithMessage("Write the title in one line");
        RuleFor(plan => plan.Sender).NotEmpty().WithMessage("Write who sends it").MaximumLength(CalendarEntry.LongestTitle).WithMessage("Write a shorter name")
            .Must(sender => !sender.Any(char.IsControl)).WithMessage("Write the name in one line");
        RuleFor(plan => plan.From).NotNull().WithMessage("Write the day on which it begins");
        RuleFor(plan => plan.To).Must((plan, to) => to is null || plan.From is null || to >= plan.From).WithMessage("It cannot end before it begins");
        RuleFor(plan => plan.Words).MaximumLength(TemplateVersion.LongestBody).WithMessage("Write less");
    }
}

internal sealed class PlanEntryHandler(MessagingDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<PlanEntry, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PlanEntry request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = new CalendarEntry
        {
            Id = Guid.CreateVersion7(now),
            Kind = request.Kind,
            Title = request.Title.Trim(),
            Sender = request.Sender.Trim(),
            Audience = request.Audience,
            From = request.From!.Value,
            To = request.To ?? request.From!.Value,
            Words = string.IsNullOrWhiteSpace(request.Words) ? null : request.Words.Trim(),
            AddedAt = now,
            AddedBy = actor.AccountId,
        };
        context.Calendar.Add(entry);
        audit.Record(context, MessagingAudit.Planned, "calendar_entry", entry.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Takes something out of the calendar that was not sent.</summary>
internal sealed record RemoveEntry(Guid Id) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.PlanNews;
}

internal sealed class RemoveEntryHandler(MessagingDbContext context, AuditTrail audit) : IRequestHandler<RemoveEntry, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveEntry request, CancellationToken cancellationToken)
    {
        if (await context.Calendar.Where(e => e.Id == request.Id && e.SentAt == null).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return Outcome.Conflict("It was sent or taken out a moment ago");
        }

        audit.Record(context, MessagingAudit.Planned, "calendar_entry", request.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Asks for one message to each who signed up for the topic and confirmed it: nobody else is its audience.</summary>
internal sealed record SendNews(Guid Id) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.PlanNews;
}

internal sealed class SendNewsHandler(MessagingDbContext context, IMessages messages, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<SendNews, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SendNews request, CancellationToken cancellationToken)
    {
        if (await context.Calendar.SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        if (entry.SentAt is not null)
        {
            return Outcome.Conflict("It was sent a moment ago");
        }

        if (entry.AddedBy == actor.AccountId)
        {
            return Outcome.Invalid("", "You wrote this. A second person reads it and sends it");
        }

        if (entry.Words is null)
        {
            return Outcome.Invalid("", "There are no words to send. Plan it again with its words");
        }

        if (MessageReadingAge.Of(entry.Title, entry.Words) is > TemplateRules.HardestAge and var age)
        {
            return Outcome.Invalid("", $"Its words read as age {age:0}, and {TemplateRules.HardestAge} is the most. Plan it again in shorter words and sentences");
        }

        var subscribers = await context.Subscriptions.AsNoTracking().Where(s => s.Topic == entry.Audience && s.ConfirmedAt != null).ToListAsync(cancellationToken);
        foreach (var subscriber in subscribers)
        {
            await messages.RequestAsync(
                new MessageRequest("messaging.news", $"news {entry.Id}", null, subscriber.Mailbox, new Dictionary<string, string>
                {
                    ["topic"] = LedgerWords.Topic(entry.Audience),
                    ["title"] = entry.Title,
                    ["words"] = entry.Words,
                    [StopLinks.Field] = $"/link/{subscriber.StopToken}/stop",
                }),
                cancellationToken);
        }

        (entry.SentAt, entry.SentTo) = (clock.GetUtcNow(), subscribers.Count);
        audit.Record(context, MessagingAudit.NewsSent, "calendar_entry", entry.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
