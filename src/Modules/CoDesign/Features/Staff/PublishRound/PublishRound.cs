using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.PublishRound;

/// <summary>Freezes what was said and done for everybody.</summary>
/// <param name="EasyRead">The whole outcome in Easy Read; without it nothing is published.</param>
internal sealed record PublishRound(Guid Id, string EasyRead) : ICommand<string>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class PublishRoundValidator : AbstractValidator<PublishRound>
{
    public PublishRoundValidator() => RuleFor(request => request.EasyRead).NotEmpty().WithMessage("Write what happened in Easy Read: young people read that first")
        .MaximumLength(Round.MaximumEasy).WithMessage($"Write {Round.MaximumEasy} characters or fewer");
}

internal sealed class PublishRoundHandler(CoDesignDbContext context, Counting counting, AuditTrail audit, TimeProvider clock) : IRequestHandler<PublishRound, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(PublishRound request, CancellationToken cancellationToken)
    {
        if (await context.Rounds.Include(round => round.Parts).SingleOrDefaultAsync(round => round.Id == request.Id, cancellationToken) is not { } round)
        {
            return Outcome.NotFound;
        }

        if (round.State != RoundState.BeingAnswered)
        {
            return Outcome.Conflict("Only a round that is being answered is published");
        }

        var themes = await context.Themes.Where(theme => theme.RoundId == round.Id).OrderBy(theme => theme.Id).ToListAsync(cancellationToken);
        if (themes.Count == 0 || themes.Any(theme => theme.Status is null))
        {
            return Outcome.Invalid("", themes.Count == 0 ? "Write a theme first" : "Each theme needs a response first: we did, we will, or we cannot");
        }

        if (await context.Answers.AnyAsync(answer => answer.Part!.RoundId == round.Id && answer.State == Moderation.Waiting, cancellationToken))
        {
            return Outcome.Invalid("", "Answers still wait for the moderator");
        }

        var today = clock.Today();
        (round.EasyRead, round.State, round.PublishedOn) = (request.EasyRead.Trim(), RoundState.Published, today);
        var people = await context.Answers.Where(answer => answer.Part!.RoundId == round.Id).Select(answer => answer.ReviewerId).Distinct().CountAsync(cancellationToken);
        context.PublishedRounds.Add(new PublishedRound
        {
            Slug = round.Slug,
            Name = round.Name,
            Purpose = round.Purpose,
            PublishedOn = today,
            People = Counting.Words(Counting.Rounded(people)),
            EasyRead = round.EasyRead,
        });
        foreach (var (at, theme) in themes.Index())
        {
            await FreezeAsync(round, theme, at, today, cancellationToken);
        }

        await StampAsync(round, today, cancellationToken);
        audit.Record(context, CoDesignAudit.RoundPublished, CoDesignAudit.Round, round.Id);
        await context.SaveChangesAsync(cancellationToken);
        await Notices.NotifyAsync(context, CoDesignModule.CacheTag, cancellationToken);
        await Notices.NotifyAsync(context, IPageVoices.CacheTag, cancellationToken);
        return round.Slug;
    }

    private async Task FreezeAsync(Round round, Theme theme, int at, DateOnly today, CancellationToken cancellationToken)
    {
        var partId = await context.Answers.Where(answer => answer.ThemeId == theme.Id).GroupBy(answer => answer.PartId).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => (Guid?)group.Key).FirstOrDefaultAsync(cancellationToken);
        var (people, quotes) = await counting.ShownOfAsync(theme.Id, cancellationToken);
        context.PublishedThemes.Add(new PublishedTheme
        {
            Id = theme.Id,
            Slug = round.Slug,
            Position = at + 1,
            Said = theme.Said,
            EasySaid = theme.EasySaid,
            Status = theme.Status!.Value,
            Response = theme.Response!,
            EasyResponse = theme.EasyResponse!,
            By = theme.By,
            BeforePath = $"/panels/{round.Slug}#before-{at + 1}",
            AfterPath = theme.AfterPath,
            Before = round.Parts.SingleOrDefault(part => part.Id == partId) is { Html: { } html } ? PartHtml.Plain(html) : null,
            People = people,
            Quotes = quotes,
            PublishedOn = today,
        });
    }

    /// <summary>The stamp stands for the revision that was reviewed, and for no other.</summary>
    private async Task StampAsync(Round round, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var page in round.Parts.Where(part => part.DocumentId is not null).DistinctBy(part => (part.DocumentId, part.RevisionId)))
        {
            if (await context.CheckedPages.FindAsync([page.DocumentId!.Value, page.RevisionId!.Value], cancellationToken) is { } known)
            {
                known.On = today;
            }
            else
            {
                context.CheckedPages.Add(new CheckedPage { DocumentId = page.DocumentId!.Value, RevisionId = page.RevisionId!.Value, On = today });
            }
        }
    }
}
