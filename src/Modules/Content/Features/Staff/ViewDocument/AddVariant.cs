using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

/// <summary>Begins an Easy Read twin or a translation of a document.</summary>
/// <param name="Key">See <see cref="VariantKey"/>.</param>
internal sealed record AddVariant(Guid Id, string Key) : ICommand<string>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class AddVariantHandler(ContentDbContext context, Opening opening, DocumentMaking making, FlowTrail trail) : IRequestHandler<AddVariant, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(AddVariant request, CancellationToken cancellationToken)
    {
        if (request.Key == VariantKey.Full || !VariantKey.IsKnown(request.Key))
        {
            return Outcome.Invalid("Language", "Choose Easy Read, or write a language by its two letters, for example pl");
        }

        if (await opening.DocumentAsync(request.Id, cancellationToken) is not { } document)
        {
            return Outcome.NotFound;
        }

        if (document.Lifecycle == Lifecycle.Binned)
        {
            return Outcome.Conflict("This is in the bin. Take it out first");
        }

        if (document.Variants.All(variant => variant.Key != request.Key))
        {
            trail.Record(ContentAudit.Created, document, making.AddVariant(document, request.Key));
            await context.SaveChangesAsync(cancellationToken);
        }

        return request.Key;
    }
}
