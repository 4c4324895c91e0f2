using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.AnswerTheme;

/// <summary>What we did, will do or cannot do about a theme, and which answers stand under it. The response may come later.</summary>
/// <param name="Document">Id of the page that it is about; empty for none.</param>
/// <param name="Status">Name of a <see cref="YouSaidStatus"/>; empty while nothing is said.</param>
/// <param name="Answers">All that stand under it; the others go back to none.</param>
internal sealed record AnswerTheme(
    Guid Id, string Said, string EasySaid, string Document, string Proposed, string Status, string Response, string EasyResponse, DateOnly? By, string AfterPath,
    IReadOnlyList<Guid> Answers) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.Answer;
}

internal sealed class AnswerThemeValidator : AbstractValidator<AnswerTheme>
{
    public AnswerThemeValidator()
    {
        RuleFor(theme => theme.Said).NotEmpty().WithMessage("Write what they said").MaximumLength(Theme.MaximumSaid).WithMessage($"Write {Theme.MaximumSaid} characters or fewer");
        RuleFor(theme => theme.EasySaid).NotEmpty().WithMessage("Write the same in Easy Read").MaximumLength(Theme.MaximumSaid).WithMessage($"Write {Theme.MaximumSaid} characters or fewer");
        RuleFor(theme => theme.Proposed).MaximumLength(Theme.MaximumResponse).WithMessage($"Write {Theme.MaximumResponse} characters or fewer");
        RuleFor(theme => theme.Response).MaximumLength(Theme.MaximumResponse).WithMessage($"Write {Theme.MaximumResponse} characters or fewer");
        RuleFor(theme => theme.EasyResponse).MaximumLength(Theme.MaximumResponse).WithMessage($"Write {Theme.MaximumResponse} characters or fewer");
        RuleFor(theme => theme.Status).Must(status => status.Length == 0 || Enum.IsDefined(typeof(YouSaidStatus), status)).WithMessage("Choose one of the three");
        RuleFor(theme => theme.Document).Must(id => id.Length == 0 || Guid.TryParse(id, out _)).WithMessage("Choose a page of the round");
        RuleFor(theme => theme.AfterPath).Must(path => path.Length is 0 or (> 1 and <= 400) && (path.Length == 0 || (path[0] == '/' && path[1] != '/' && !path.Contains('\\', StringComparison.Ordinal))))
            .WithMessage("Write an address on this site, for example /short-breaks");
        When(theme => theme.Status.Length > 0, () =>
        {
            RuleFor(theme => theme.Response).NotEmpty().WithMessage("Write what you did, will do, or why you cannot");
            RuleFor(theme => theme.EasyResponse).NotEmpty().WithMessage("Write the response in Easy Read too");
        });
        RuleFor(theme => theme.By).NotNull().When(theme => theme.Status == nameof(YouSaidStatus.Will)).WithMessage("Write the day by which it will be done");
    }
}

internal sealed class AnswerThemeHandler(CoDesignDbContext context, AuditTrail audit) : IRequestHandler<AnswerTheme, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AnswerTheme request, CancellationToken cancellationToken)
    {
        if (await context.Themes.SingleOrDefaultAsync(theme => theme.Id == request.Id, cancellationToken) is not { } theme)
        {
            return Outcome.NotFound;
        }

        if (await context.Rounds.Where(round => round.Id == theme.RoundId).Select(round => round.State).SingleAsync(cancellationToken) >= RoundState.Published)
        {
            return Outcome.Conflict("The round is published: what everybody has read stays");
        }

        Guid? document = request.Document.Length == 0 ? null : Guid.Parse(request.Document);
        if (document is not null && !await context.Parts.AnyAsync(part => part.RoundId == theme.RoundId && part.DocumentId == document, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Document), "Choose a page of the round");
        }

        (theme.Said, theme.EasySaid, theme.DocumentId, theme.Proposed) = (request.Said.Trim(), request.EasySaid.Trim(), document, Optional(request.Proposed));
        (theme.Status, theme.Response, theme.EasyResponse) = (request.Status.Length == 0 ? null : Enum.Parse<YouSaidStatus>(request.Status), Optional(request.Response), Optional(request.EasyResponse));
        (theme.By, theme.AfterPath) = (theme.Status == YouSaidStatus.Will ? request.By : null, Optional(request.AfterPath));

        var ofRound = context.Answers.Where(answer => answer.Part!.RoundId == theme.RoundId && answer.State != Moderation.Worried);
        var ids = request.Answers.Distinct().ToList();
        foreach (var answer in await ofRound.Where(answer => answer.ThemeId == theme.Id || ids.Contains(answer.Id)).ToListAsync(cancellationToken))
        {
            answer.ThemeId = ids.Contains(answer.Id) ? theme.Id : null;
        }

        audit.Record(context, CoDesignAudit.ThemeSaved, CoDesignAudit.Theme, theme.Id, changes: [new AuditChange("status", null, request.Status)]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    private static string? Optional(string typed) => typed.Trim() is { Length: > 0 } text ? text : null;
}
