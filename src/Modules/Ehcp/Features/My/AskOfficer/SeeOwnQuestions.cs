using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.AskOfficer;

/// <summary>What the person who is signed in has asked, with the answers. It is their own: looking at it is nobody's reading.</summary>
internal sealed record SeeOwnQuestions : IQuery<OwnQuestions>
{
    public Permission Permission => EhcpPermissions.Ask;
}

/// <param name="References">Of the records about which they may ask.</param>
internal sealed record OwnQuestions(IReadOnlyList<string> References, IReadOnlyList<OwnQuestion> Asked);

internal sealed record OwnQuestion(string Reference, string Words, DateTimeOffset AskedAt, DateOnly DueOn, string? Answer, DateTimeOffset? AnsweredAt);

internal sealed class SeeOwnQuestionsHandler(EhcpDbContext context, Viewers viewers, IPeople people, Actor actor) : IRequestHandler<SeeOwnQuestions, Outcome<OwnQuestions>>
{
    private const int Most = 100;

    public async Task<Outcome<OwnQuestions>> Handle(SeeOwnQuestions request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var seen = await viewers.RecordsForAsync(person, cancellationToken);
        var references = await context.Records.AsNoTracking().Where(record => seen.Contains(record.Id)).OrderByDescending(record => record.ReceivedOn).ThenBy(record => record.Id)
            .ToDictionaryAsync(record => record.Id, record => record.Reference, cancellationToken);
        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var asked = await context.Questions.AsNoTracking().Where(question => ids.Contains(question.PersonId) && seen.Contains(question.RecordId))
            .OrderByDescending(question => question.AskedAt).Take(Most).ToListAsync(cancellationToken);
        return new OwnQuestions(
            [.. references.Values],
            [.. asked.Select(question => new OwnQuestion(references[question.RecordId], question.Words, question.AskedAt, question.DueOn, question.Answer, question.AnsweredAt))]);
    }
}
