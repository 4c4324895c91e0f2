using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Evidence;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement.Features.Staff.KeepPage;

/// <summary>Keeps what a page of this site says to families today, with its digest: the page may change, the evidence does not.</summary>
/// <param name="Address">The page's path, for example <c>/short-breaks</c>.</param>
internal sealed record KeepPage(Guid Id, string Address, string Claim, DateOnly? ReviewOn) : ICommand<Guid>, IClaim
{
    public Permission Permission => ImprovementPermissions.Update;
}

internal sealed class KeepPageValidator : AbstractValidator<KeepPage>
{
    public KeepPageValidator(TimeProvider clock)
    {
        RuleFor(one => one.Address).NotEmpty().WithMessage("Write the address of the page")
            .MaximumLength(PartEvidence.MaximumPage).WithMessage($"Write {PartEvidence.MaximumPage} characters or fewer");
        Include(new ClaimRules(clock));
    }
}

internal sealed class KeepPageHandler(IReviewedPages pages, EvidenceShelf shelf, TimeProvider clock) : IRequestHandler<KeepPage, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(KeepPage request, CancellationToken cancellationToken)
    {
        // A draft shows nothing to anybody: only what families read counts.
        if (await pages.OpenAsync(request.Address, cancellationToken) is not { } found || await pages.LiveAsync(found.DocumentId, cancellationToken) is not { } page)
        {
            return Outcome.Invalid(nameof(request.Address), "Families cannot read a page of this site at this address. Copy what stands after the site’s name, for example /short-breaks");
        }

        await using var content = new MemoryStream(PageSnapshot.Write(page, clock.GetUtcNow()), writable: false);
        return await shelf.PutAsync(request.Id, request, $"{page.Path.Trim('/').Replace('/', '-')}.txt", content, page.Path, cancellationToken);
    }
}
