using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.WritePublicWords;

/// <summary>Writes what the public is to read about a part. A second person decides whether it is published.</summary>
internal sealed record WritePublicWords(Guid Id, string Title, string YouSaid, string WeWill, string WeDid, string EasyYouSaid, string EasyWeWill, string EasyWeDid) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Publish;
}

internal sealed class WritePublicWordsValidator : AbstractValidator<WritePublicWords>
{
    public WritePublicWordsValidator()
    {
        Words(words => words.Title, PublicWords.MaximumTitle, "Write in a few words what it is");
        Words(words => words.YouSaid, PublicWords.MaximumWords, "Write what families or young people said, or that nobody has asked them yet");
        Words(words => words.WeWill, PublicWords.MaximumWords, "Write what we will do");
        Words(words => words.WeDid, PublicWords.MaximumWords, "Write what we did, or that we have done nothing yet");
        RuleFor(words => words).Custom((words, check) =>
        {
            if (PlainEnough.Problem(words.Title, words.YouSaid, words.WeWill, words.WeDid) is { } problem)
            {
                check.AddFailure(nameof(words.WeWill), problem);
            }
        });
        Easy(words => words.EasyYouSaid);
        Easy(words => words.EasyWeWill);
        Easy(words => words.EasyWeDid);
    }

    private void Words(System.Linq.Expressions.Expression<Func<WritePublicWords, string>> field, int longest, string empty) =>
        RuleFor(field).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(empty).MaximumLength(longest).WithMessage($"Write {longest} characters or fewer");

    private void Easy(System.Linq.Expressions.Expression<Func<WritePublicWords, string>> field) =>
        RuleFor(field).Cascade(CascadeMode.Stop).MaximumLength(PublicWords.MaximumWords).WithMessage($"Write {PublicWords.MaximumWords} characters or fewer")
            .Custom((text, check) =>
            {
                if (PlainEnough.EasyProblem(text) is { } problem)
                {
                    check.AddFailure(problem);
                }
            });
}

internal sealed class WritePublicWordsHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<WritePublicWords, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(WritePublicWords request, CancellationToken cancellationToken)
    {
        if (!await context.Parts.AnyAsync(part => part.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        var words = new PublicWords
        {
            Id = Guid.CreateVersion7(now),
            PartId = request.Id,
            Title = request.Title.Trim(),
            YouSaid = request.YouSaid.Trim(),
            WeWill = request.WeWill.Trim(),
            WeDid = request.WeDid.Trim(),
            EasyYouSaid = request.EasyYouSaid.Trim(),
            EasyWeWill = request.EasyWeWill.Trim(),
            EasyWeDid = request.EasyWeDid.Trim(),
            At = now,
            By = actor.Id,
        };
        context.PublicTexts.Add(words);
        audit.Record(context, ImprovementAudit.PublicWritten, PublicWords.Subject, words.Id);
        await context.SaveChangesAsync(cancellationToken);
        return words.Id;
    }
}
