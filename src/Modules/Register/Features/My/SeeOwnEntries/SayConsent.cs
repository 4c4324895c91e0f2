using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.SeeOwnEntries;

/// <summary>Whoever is signed in says yes or no to one use: one press, no reason. It counts from the next question on.</summary>
/// <param name="Shown">What stood on the page, words and recipient: <see cref="AskedUse.Shown"/>.</param>
internal sealed record SayConsent(Guid EntryId, string Purpose, bool IsYes, Guid Shown) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Say;
}

internal sealed class SayConsentHandler(
    RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, Wordings wordings, Consenting consenting, Actor actor)
    : IRequestHandler<SayConsent, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SayConsent request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        await context.LockEntryAsync(request.EntryId, cancellationToken);
        var entry = await reader.For(PublicTask.OwnEntry).SingleOrDefaultAsync(one => one.Id == request.EntryId && one.State != EntryState.Duplicate, cancellationToken);
        if (entry is null || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is not { } capacity)
        {
            return Outcome.NotFound;
        }

        var use = (await wordings.EveryAsync(cancellationToken)).FirstOrDefault(asked => asked.Purpose.Slug == request.Purpose)?.On(entry);
        if (use is null || (request.IsYes && !use.IsAsked))
        {
            return Outcome.Invalid("", "We do not ask about this use any more. Nothing has changed");
        }

        // A no needs no words and no recipient: whatever stood on the page, it is a no.
        if (request.IsYes && use.Shown != request.Shown)
        {
            return Outcome.Invalid("", $"Our words for “{use.Title}”, or who gets it, have changed since you opened the page. Read them again, then choose. Nothing has changed yet");
        }

        if (request.IsYes && !await viewers.DecidesAsync(capacity, entry.ChildId, cancellationToken))
        {
            return Outcome.Invalid("", "From 16 on the young person says yes for themselves. They can do it on their own page, or call us");
        }

        var was = (await reader.OwnWordsAsync(entry, person, cancellationToken))[use.Purpose];
        await consenting.SayAsync(entry, use, request.IsYes, was, person, capacity, ConsentChannel.Web, cancellationToken);
        return default(Done);
    }
}
