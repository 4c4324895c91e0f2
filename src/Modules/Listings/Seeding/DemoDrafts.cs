using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Features.Staff;
using Medway.LocalOffer.Listings.Features.Staff.DecideDraft;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Seeding;

/// <summary>Two plainly made-up drafts that wait for a second person, so that a demo has something to decide.</summary>
internal sealed class DemoDrafts(ListingsDbContext context, RecordDrafts drafts, IMediator mediator) : ISeeder
{
    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.Revisions.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (RecordDocument document in new RecordDocument[]
        {
            new OrganisationDocument { Name = "Example Trust (made up)", Slug = "example-trust", Description = "Made up for a demonstration. Do not approve it on a real site." },
            new PlaceDocument { Name = "Example Hall (made up)", Town = "Chatham", Facts = [new FactSaid(AccessFactKey.StepFree, AccessAnswer.Yes, null)] },
        })
        {
            var id = (await mediator.Send(new SaveDraft(null, document, ""), cancellationToken)).Value;
            context.ChangeTracker.Clear();
            var stamp = (await drafts.FindAsync(document.Kind, id, cancellationToken))!.Stamp;
            context.ChangeTracker.Clear();
            await mediator.Send(new HandIn(document.Kind, id, stamp, Drop: false), cancellationToken);
        }
    }
}
