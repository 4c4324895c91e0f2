using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.News.AskForNews;

/// <summary>Anybody may ask for news. Nothing is sent but one e-mail with a link, until somebody presses its button. The answer is the same for every address.</summary>
internal sealed record AskForNews(string Mailbox, IReadOnlyList<NewsTopic> Topics) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class AskForNewsValidator : AbstractValidator<AskForNews>
{
    public AskForNewsValidator()
    {
        RuleFor(ask => ask.Mailbox).Must(mailbox => SendableTo.IsMailbox(mailbox.Trim())).WithMessage("Write your e-mail address, like name@example.org");
        RuleFor(ask => ask.Topics).NotEmpty().WithMessage("Choose what you want news about");
    }
}

internal sealed class AskForNewsHandler(MessagingDbContext context, OneTimeLinks links, IMessages messages, IBlindIndex index, TimeProvider clock)
    : IRequestHandler<AskForNews, Outcome<Done>>
{
    public const string LinkPurpose = "messaging.news-confirm";

    /// <summary>Somebody else's asking again and again sends one e-mail an hour.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public async Task<Outcome<Done>> Handle(AskForNews request, CancellationToken cancellationToken)
    {
        var mailbox = request.Mailbox.Trim();
        var digest = index.Of("messaging.mailbox", Normalised.Email(mailbox));
        var now = clock.GetUtcNow();
        foreach (var topic in request.Topics.Distinct())
        {
            var known = await context.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.MailboxIndex == digest && s.Topic == topic, cancellationToken);
            if (known is { ConfirmedAt: not null } || known?.AskedAt > now - Again)
            {
                continue;
            }

            if (known is not null)
            {
                await context.Subscriptions.Where(s => s.Id == known.Id).ExecuteDeleteAsync(cancellationToken);
            }

            var subscription = new Subscription { Id = Guid.CreateVersion7(now), Topic = topic, Mailbox = mailbox, MailboxIndex = digest, AskedAt = now };
            context.Subscriptions.Add(subscription);
            await context.SaveChangesAsync(cancellationToken);
            var path = $"/link/{await links.CreateAsync(LinkPurpose, subscription.Id, Jobs.TidyMessagesJob.ConfirmWithin, 1, cancellationToken)}/news";
            await messages.RequestAsync(
                new MessageRequest("messaging.news-confirm", $"news-confirm {subscription.Id}", null, mailbox,
                    new Dictionary<string, string> { ["topic"] = Staff.LedgerWords.Topic(topic), ["path"] = path }),
                cancellationToken);
        }

        return default(Done);
    }
}
