using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;

/// <summary>Pins a page as it is now and cuts it into parts at its headings.</summary>
/// <param name="Asks">Names of <see cref="Ask"/>: understand (of each part), useful and missing (of the page).</param>
internal sealed record AddPage(Guid Id, string Path, IReadOnlyList<string> Asks) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class AddPageValidator : AbstractValidator<AddPage>
{
    public AddPageValidator()
    {
        RuleFor(request => request.Path).NotEmpty().WithMessage("Write the address of the page, for example /short-breaks").MaximumLength(400).WithMessage("That is too long for an address");
        RuleFor(request => request.Asks).Must(asks => asks.Count > 0 && asks.All(ask => Enum.TryParse<Ask>(ask, out var known) && Enum.IsDefined(known) && known != Ask.FindIt))
            .WithMessage("Choose what you ask about the page");
    }
}

/// <summary>A task: something to find on the site.</summary>
internal sealed record AddTask(Guid Id, string Task) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class AddTaskValidator : AbstractValidator<AddTask>
{
    public AddTaskValidator() => RuleFor(request => request.Task).NotEmpty().WithMessage("Write what to find, for example: Find a club near you that you could go to")
        .MaximumLength(Part.MaximumTask).WithMessage($"Write {Part.MaximumTask} characters or fewer");
}

/// <summary>Takes a page with all its parts, or a task, out again.</summary>
internal sealed record RemovePart(Guid Id, Guid PartId) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.Run;
}

/// <summary>Only while it is a draft: what was signed off stays as it was.</summary>
internal sealed class DraftParts(CoDesignDbContext context, AuditTrail audit)
{
    public async Task<Outcome<Round>> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await context.Rounds.Include(round => round.Parts).SingleOrDefaultAsync(round => round.Id == id, cancellationToken) is not { } round)
        {
            return Outcome.NotFound;
        }

        return round.State == RoundState.Draft ? round : Outcome.Conflict("The round is signed off: what it asks stays as it is");
    }

    public async Task<Outcome<Done>> SaveAsync(Round round, CancellationToken cancellationToken)
    {
        foreach (var (at, part) in round.Parts.OrderBy(part => part.Position).Index())
        {
            part.Position = at + 1;
        }

        audit.Record(context, CoDesignAudit.RoundSaved, CoDesignAudit.Round, round.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    /// <summary>Pages and tasks, each counted once.</summary>
    public static int Pages(Round round) => round.Parts.Select(part => part.DocumentId ?? part.Id).Distinct().Count();
}

internal sealed class AddPageHandler(DraftParts parts, IReviewedPages pages, CoDesignDbContext context, TimeProvider clock) : IRequestHandler<AddPage, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AddPage request, CancellationToken cancellationToken)
    {
        var opened = await parts.OpenAsync(request.Id, cancellationToken);
        if (!opened.IsOk)
        {
            return new Outcome.Failure(opened.Kind, opened.Errors);
        }

        var round = opened.Value;
        if (await pages.OpenAsync(request.Path, cancellationToken) is not { Sections.Count: > 0 } page)
        {
            return Outcome.Invalid(nameof(request.Path), "There is no such page, or it says nothing yet. Copy its address, for example /short-breaks");
        }

        if (round.Parts.Any(part => part.DocumentId == page.DocumentId))
        {
            return Outcome.Invalid(nameof(request.Path), "This page is in the round already");
        }

        if (DraftParts.Pages(round) >= Part.MostPages)
        {
            return Outcome.Invalid("", $"A round has {Part.MostPages} pages or tasks at most. Young people get tired");
        }

        var asks = request.Asks.Select(Enum.Parse<Ask>).Distinct().Order().ToList();
        var ofPage = asks.Where(ask => ask != Ask.Understand).ToList();
        var sections = asks.Contains(Ask.Understand) ? page.Sections.Take(Part.MostOfAPage - ofPage.Count).ToList() : [];
        foreach (var section in sections)
        {
            Add(Ask.Understand, section);
        }

        ofPage.ForEach(ask => Add(ask, null));
        return await parts.SaveAsync(round, cancellationToken);

        void Add(Ask ask, PageSection? section)
        {
            var part = new Part
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                RoundId = round.Id,
                Position = round.Parts.Count + 1,
                Ask = ask,
                Title = page.Title.Length > Part.MaximumTask ? page.Title[..Part.MaximumTask] : page.Title,
                DocumentId = page.DocumentId,
                RevisionId = page.RevisionId,
                Path = page.Path,
                WrittenBy = page.WrittenBy,
                Anchor = section?.Id,
                Heading = section?.Heading,
                Html = section?.Html,
            };
            context.Parts.Add(part);
        }
    }
}

internal sealed class AddTaskHandler(DraftParts parts, CoDesignDbContext context, TimeProvider clock) : IRequestHandler<AddTask, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AddTask request, CancellationToken cancellationToken)
    {
        var opened = await parts.OpenAsync(request.Id, cancellationToken);
        if (!opened.IsOk)
        {
            return new Outcome.Failure(opened.Kind, opened.Errors);
        }

        var round = opened.Value;
        if (DraftParts.Pages(round) >= Part.MostPages)
        {
            return Outcome.Invalid("", $"A round has {Part.MostPages} pages or tasks at most. Young people get tired");
        }

        context.Parts.Add(new Part { Id = Guid.CreateVersion7(clock.GetUtcNow()), RoundId = round.Id, Position = round.Parts.Count + 1, Ask = Ask.FindIt, Title = request.Task.Trim() });
        return await parts.SaveAsync(round, cancellationToken);
    }
}

internal sealed class RemovePartHandler(DraftParts parts, Recordings recordings, CoDesignDbContext context) : IRequestHandler<RemovePart, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemovePart request, CancellationToken cancellationToken)
    {
        var opened = await parts.OpenAsync(request.Id, cancellationToken);
        if (!opened.IsOk)
        {
            return new Outcome.Failure(opened.Kind, opened.Errors);
        }

        var round = opened.Value;
        if (round.Parts.SingleOrDefault(part => part.Id == request.PartId) is not { } gone)
        {
            return Outcome.NotFound;
        }

        foreach (var part in round.Parts.Where(part => part == gone || (gone.DocumentId is not null && part.DocumentId == gone.DocumentId)).ToList())
        {
            await recordings.RemoveAsync(part, cancellationToken);
            round.Parts.Remove(part);
            context.Parts.Remove(part);
        }

        return await parts.SaveAsync(round, cancellationToken);
    }
}
