using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Evidence;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;

/// <summary>Keeps a file that shows what is claimed, with its digest, until it must be looked at again.</summary>
/// <param name="File">Null when none was chosen.</param>
internal sealed record AddEvidence(Guid Id, string Claim, DateOnly? ReviewOn, string Name, Stream? File) : ICommand<Guid>, IClaim
{
    public Permission Permission => ImprovementPermissions.Update;
}

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence>
{
    public AddEvidenceValidator(TimeProvider clock)
    {
        RuleFor(one => one.File).Must(file => file is { Length: > 0 }).WithMessage("Choose a file");
        Include(new ClaimRules(clock));
    }
}

internal sealed class AddEvidenceHandler(EvidenceShelf shelf) : IRequestHandler<AddEvidence, Outcome<Guid>>
{
    public Task<Outcome<Guid>> Handle(AddEvidence request, CancellationToken cancellationToken) =>
        shelf.PutAsync(request.Id, request, request.Name, request.File!, page: null, cancellationToken);
}
