using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Planning;

namespace Medway.LocalOffer.Register.Features.Join.AnswerJoinStep;

/// <summary>What stands on one page of the form; not found when there is no such form.</summary>
internal sealed record OpenJoinStep(string? Code) : IQuery<OpenedStep>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="IsTheirsToSay">The uses are the young person's own choice, and not that of whoever fills the form in.</param>
/// <param name="FirstProblem">The page on which something is missing; null when all of it can be sent.</param>
internal sealed record OpenedStep(JoinAnswers Answers, IReadOnlyList<AskedUse> Uses, bool IsTheirsToSay, string? FirstProblem)
{
    public required CodeLists Codes { get; init; }
}

internal sealed class OpenJoinStepHandler(Drafts drafts, Wordings wordings, Codes codes, JoinRules rules, TimeProvider clock) : IRequestHandler<OpenJoinStep, Outcome<OpenedStep>>
{
    public async Task<Outcome<OpenedStep>> Handle(OpenJoinStep request, CancellationToken cancellationToken) =>
        await drafts.FindAsync(request.Code, cancellationToken) is { } answers
            ? new OpenedStep(answers, await wordings.AskedAsync(cancellationToken), answers.IsTheirsToSay(clock.Today()), rules.FirstProblem(answers))
            {
                Codes = await codes.ReadAsync(cancellationToken),
            }
            : Outcome.NotFound;
}

/// <summary>Keeps one page of the form; answers with the next one.</summary>
internal sealed record AnswerJoinStep(string? Code, string Step, JoinInput Input) : ICommand<string>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class AnswerJoinStepHandler(Drafts drafts, Codes codes, JoinRules rules) : IRequestHandler<AnswerJoinStep, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(AnswerJoinStep request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Code, cancellationToken) is not { } answers)
        {
            return Outcome.NotFound;
        }

        request.Input.WriteTo(answers, request.Step);
        IReadOnlyList<FieldError> problems =
            [.. rules.Problems(request.Step, answers), .. request.Step == JoinStep.School ? (await codes.ReadAsync(cancellationToken)).Problems(answers.Coded()) : []];
        if (problems.Count > 0)
        {
            return Outcome<string>.Reject(problems);
        }

        return await drafts.KeepAsync(request.Code!, answers, cancellationToken) ? JoinStep.After(request.Step, answers) : Outcome.NotFound;
    }
}
