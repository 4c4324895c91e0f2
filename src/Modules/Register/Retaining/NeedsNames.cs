using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Retaining;

/// <summary>An entry that stands must say whose it is and who asked. One that ends with an erasure needs no name; a brother's or a sister's does.</summary>
internal sealed class NeedsNames(RegisterReader reader, IPeople people) : INeedsNames
{
    public async Task<string?> WhyAsync(Guid personId, bool isErased, CancellationToken cancellationToken)
    {
        var own = await people.RecordsOfAsync(personId, cancellationToken);
        List<Guid> children = [];
        foreach (var child in await people.ChildrenOfAsync(personId, cancellationToken))
        {
            children.AddRange(await people.RecordsOfAsync(child, cancellationToken));
        }

        var standing = reader.For(PublicTask.KeepTheRegister)
            .Where(entry => entry.State == EntryState.Received || entry.State == EntryState.Live || entry.State == EntryState.Lapsed || entry.State == EntryState.Unconfirmed);
        return await standing.AnyAsync(
            entry => (own.Contains(entry.ApplicantId) && !own.Contains(entry.ChildId)) || children.Contains(entry.ChildId) || (!isErased && own.Contains(entry.ChildId)), cancellationToken)
            ? "An entry on the register stands, and it must say whose it is and who decides"
            : null;
    }
}
