using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.WriteCommentTheme;

/// <summary>Keeps a theme, its answer and which comments stand in it. Sent, a second person reads it; what is published stays until then.</summary>
/// <param name="Comments">Ids of comments that stand in it from now on.</param>
/// <param name="IsSent">To the second person: then all of it has to be there, and plain.</param>
internal sealed record WriteCommentTheme(
    Guid Id, string Said, string EasySaid, YouSaidStatus? Status, string Reply, string EasyReply, DateOnly? By, string BeforePath, string AfterPath,
    IReadOnlyList<Guid> Comments, bool IsSent) : ICommand<Done>
{
    public Permission Permission => FeedbackPermissions.Themes;
}

internal sealed class WriteCommentThemeValidator : AbstractValidator<WriteCommentTheme>
{
    private const string TooLong = "Write {MaxLength} characters or fewer";
    private const string NoPath = "Write the path of a page of this site, like /short-breaks, or leave it empty";

    public WriteCommentThemeValidator(TimeProvider clock)
    {
        RuleFor(theme => theme.Said).Must(said => !string.IsNullOrWhiteSpace(said)).WithMessage("Write what was said, in one sentence").MaximumLength(Theme.MaximumSaid).WithMessage(TooLong);
        RuleFor(theme => theme.EasySaid).MaximumLength(Theme.MaximumSaid).WithMessage(TooLong);
        RuleFor(theme => theme.Reply).MaximumLength(Theme.MaximumWords).WithMessage(TooLong);
        RuleFor(theme => theme.EasyReply).MaximumLength(Theme.MaximumWords).WithMessage(TooLong);
        RuleFor(theme => theme.BeforePath).Must(IsPath).WithMessage(NoPath);
        RuleFor(theme => theme.AfterPath).Must(IsPath).WithMessage(NoPath);
        When(theme => theme.IsSent, () =>
        {
            RuleFor(theme => theme.Status).Must(status => status is { } known && Enum.IsDefined(known)).WithMessage("Choose what became of it");
            RuleFor(theme => theme.By).Must(by => by > clock.Today()).When(theme => theme.Status == YouSaidStatus.Will).WithMessage("Write the day by which we will do it. It lies ahead");
            RuleFor(theme => theme.Reply).Must(words => !string.IsNullOrWhiteSpace(words)).WithMessage("Write what we did, what we will do, or why we cannot");
            Easy(RuleFor(theme => theme.EasySaid));
            Easy(RuleFor(theme => theme.EasyReply));
            Plain(RuleFor(theme => theme.Said));
            Plain(RuleFor(theme => theme.Reply));
        });
    }

    private static bool IsPath(string path) => path.Length == 0 || GiveFeedback.GiveFeedback.PathOf(path) is not null;

    private static void Easy(IRuleBuilder<WriteCommentTheme, string> rule) => rule.Custom((words, context) =>
    {
        if (PlainEnough.EasyProblem(words) is { } problem)
        {
            context.AddFailure(problem);
        }
    });

    private static void Plain(IRuleBuilder<WriteCommentTheme, string> rule) => rule.Custom((words, context) =>
    {
        if (PlainEnough.Problem(words) is { } problem)
        {
            context.AddFailure(problem);
        }

        if (TellsWho.In(words).FirstOrDefault(found => found is not "the name of a school") is { } found)
        {
            context.AddFailure($"This might tell people who somebody is: {found}. Take it out");
        }
    });
}

internal sealed class WriteCommentThemeHandler(FeedbackDbContext context, AuditTrail audit, Actor actor) : IRequestHandler<WriteCommentTheme, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WriteCommentTheme request, CancellationToken cancellationToken)
    {
        if (await context.Themes.SingleOrDefaultAsync(theme => theme.Id == request.Id, cancellationToken) is not { } theme)
        {
            return Outcome.NotFound;
        }

        var before = theme.State;
        theme.Said = request.Said.Trim();
        theme.EasySaid = request.EasySaid.Trim();
        theme.Status = request.Status;
        theme.Response = request.Reply.Trim();
        theme.EasyResponse = request.EasyReply.Trim();
        theme.By = request.Status == YouSaidStatus.Will ? request.By : null;
        theme.BeforePath = request.BeforePath.Length == 0 ? null : request.BeforePath;
        theme.AfterPath = request.AfterPath.Length == 0 ? null : request.AfterPath;
        theme.State = request.IsSent ? ThemeState.Sent : ThemeState.Draft;
        theme.SentBack = null;
        theme.WrittenBy = actor.Id;
        var chosen = await context.Comments
            .Where(comment => (comment.ThemeId == theme.Id || comment.ThemeId == null) && (comment.ThemeId == theme.Id || request.Comments.Contains(comment.Id))).ToListAsync(cancellationToken);
        foreach (var comment in chosen.Where(comment => comment.MayBePublished))
        {
            comment.ThemeId = request.Comments.Contains(comment.Id) ? theme.Id : null;
        }

        if (request.IsSent && !chosen.Exists(comment => comment.ThemeId == theme.Id))
        {
            return Outcome.Invalid(nameof(request.Comments), "Tick at least one comment that this is about");
        }

        audit.Record(context, FeedbackAudit.ThemeWritten, Theme.Subject, theme.Id, changes: [new AuditChange("state", before.ToString(), theme.State.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
