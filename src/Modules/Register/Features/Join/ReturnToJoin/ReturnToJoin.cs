using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Joining;

namespace Medway.LocalOffer.Register.Features.Join.ReturnToJoin;

/// <summary>Finds a form by its code; answers with whether it was sent already.</summary>
internal sealed record ReturnToJoin(string Code) : IQuery<bool>
{
    public const int MaximumCode = 40;

    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ReturnToJoinHandler(Drafts drafts) : IRequestHandler<ReturnToJoin, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(ReturnToJoin request, CancellationToken cancellationToken)
    {
        if (request.Code.Length > ReturnToJoin.MaximumCode)
        {
            return Outcome.Invalid(nameof(request.Code), "That is too long for a code");
        }

        if (await drafts.FindAsync(request.Code, cancellationToken) is not null)
        {
            return false;
        }

        return await drafts.ReceiptAsync(request.Code, cancellationToken) is not null
            ? true
            : Outcome.Invalid(nameof(request.Code), "We have no form with this code. Check each sign. We keep a form for 28 days; after that, please start again");
    }
}
