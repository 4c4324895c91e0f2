using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Joining;

namespace Medway.LocalOffer.Register.Features.Join.SeeReceipt;

/// <summary>For whoever has the code of the form.</summary>
internal sealed record SeeReceipt(string? Code) : IQuery<Receipt>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class SeeReceiptHandler(Drafts drafts) : IRequestHandler<SeeReceipt, Outcome<Receipt>>
{
    public async Task<Outcome<Receipt>> Handle(SeeReceipt request, CancellationToken cancellationToken) =>
        await drafts.ReceiptAsync(request.Code, cancellationToken) is { } receipt ? receipt : Outcome.NotFound;
}
