using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>An officer has told the family that the form is here. From the website the product does it by itself.</summary>
internal sealed record AcknowledgeApplication(Guid Id) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class AcknowledgeApplicationHandler(RegisterDbContext context, RegisterReader reader, AuditTrail audit, TimeProvider clock) : IRequestHandler<AcknowledgeApplication, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AcknowledgeApplication request, CancellationToken cancellationToken)
    {
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        if (entry.AcknowledgedOn is null)
        {
            entry.AcknowledgedOn = clock.Today();
            audit.Record(context, RegisterAudit.Acknowledged, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}
