using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ListMailings;

/// <summary>Mailings to families on the register, the newest first.</summary>
internal sealed record ListMailings : IQuery<IReadOnlyList<PlannedMailing>>
{
    public const int Shown = 100;

    public Permission Permission => RegisterPermissions.Mail;
}

internal sealed class ListMailingsHandler(RegisterDbContext context) : IRequestHandler<ListMailings, Outcome<IReadOnlyList<PlannedMailing>>>
{
    public async Task<Outcome<IReadOnlyList<PlannedMailing>>> Handle(ListMailings request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<PlannedMailing>>(await context.Mailings.AsNoTracking().OrderByDescending(mailing => mailing.MadeAt).Take(ListMailings.Shown).ToListAsync(cancellationToken));
}
