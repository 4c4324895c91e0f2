using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ModerateAnswers;

/// <summary>What waits, the oldest first: neither words, nor reviewer, nor group.</summary>
internal sealed record ListWaiting(ListQuery Query) : IQuery<Listed<WaitingRow>>
{
    public Permission Permission => CoDesignPermissions.Moderate;
}

internal sealed record WaitingRow(Guid Id, DateTimeOffset At, string Round, string About);

internal sealed class ListWaitingHandler(CoDesignDbContext context) : IRequestHandler<ListWaiting, Outcome<Listed<WaitingRow>>>
{
    public async Task<Outcome<Listed<WaitingRow>>> Handle(ListWaiting request, CancellationToken cancellationToken) =>
        await context.Answers.AsNoTracking().Where(answer => answer.State == Moderation.Waiting).OrderBy(answer => answer.At).ThenBy(answer => answer.Id)
            .Select(answer => new WaitingRow(answer.Id, answer.At, answer.Part!.Round!.Name, answer.Part.Heading ?? answer.Part.Title))
            .ToPageAsync(request.Query, cancellationToken);
}
