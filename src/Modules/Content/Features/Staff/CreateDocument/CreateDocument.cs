using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.CreateDocument;

/// <summary>Makes a page, or another kind of document, with an empty draft.</summary>
/// <param name="Kind">Name of a <see cref="DocumentKind"/>, as a form posts it.</param>
/// <param name="ParentPath">The page to put it under; empty at the top, and for whatever has a place of its own.</param>
/// <param name="Slug">Last part of its address; made from the title when it is empty.</param>
/// <param name="Owner">The team that answers for it, as families read it.</param>
/// <param name="CheckMonths">How many months it may stand without being checked.</param>
internal sealed record CreateDocument(string Kind, string ParentPath, string Title, string Slug, string Owner, int CheckMonths) : ICommand<Guid>
{
    public Permission Permission => ContentPermissions.Write;
}

internal sealed class CreateDocumentValidator : AbstractValidator<CreateDocument>
{
    public CreateDocumentValidator()
    {
        RuleFor(request => request.Kind).IsEnumName(typeof(DocumentKind)).WithMessage("Choose what you want to make");
        RuleFor(request => request.Title).NotEmpty().WithMessage("Write a title").MaximumLength(Limits.Title).WithMessage($"Write a title of {Limits.Title} characters or fewer");
        RuleFor(request => request.Owner).NotEmpty().WithMessage("Write which team answers for it, for example the SEN team")
            .MaximumLength(Limits.Owner).WithMessage($"Write {Limits.Owner} characters or fewer");
        RuleFor(request => request.CheckMonths).InclusiveBetween(1, 12).WithMessage("Choose how often it is checked: 1 to 12 months");
    }
}

internal sealed class CreateDocumentHandler(
    ContentDbContext context, Tree tree, DocumentMaking making, Revisions revisions, Opening opening, FlowTrail trail, Actor actor, TimeProvider clock)
    : IRequestHandler<CreateDocument, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(CreateDocument request, CancellationToken cancellationToken)
    {
        var kind = Enum.Parse<DocumentKind>(request.Kind);
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        Guid? parentId = null;
        if (kind.IsInTree() && Slugs.Normal(request.ParentPath) is { } parentPath)
        {
            parentId = await context.Documents.Where(document => document.Path == parentPath && document.BinnedAt == null)
                .Select(document => (Guid?)document.Id).SingleOrDefaultAsync(cancellationToken);
            if (parentId is null)
            {
                return Outcome.Invalid(nameof(request.ParentPath), $"There is no page at {parentPath}. Write the address of the page to put it under");
            }
        }

        var slug = request.Slug.Trim().Length > 0 ? request.Slug.Trim().ToLowerInvariant() : Slugs.Of(request.Title);
        var place = await tree.PlaceAsync(kind, parentId, slug, except: null, cancellationToken);
        if (!place.IsOk)
        {
            return place.Refusal();
        }

        if (!actor.May(ContentPermissions.Write, DocumentScope.Of(place.Value)))
        {
            return Outcome.Invalid(nameof(request.ParentPath), "You may write in some sections only. Put it under a page of one of them");
        }

        var document = making.Add(new NewDocument(kind, parentId, slug, place.Value, request.Owner.Trim(), (short)request.CheckMonths)
        {
            OwnerAccountId = actor.AccountId,
            NextCheckOn = clock.Today().AddMonths(request.CheckMonths),
        });
        await revisions.AddAsync(document.Full, new DraftFields(request.Title.Trim(), "", ""), opening.Who, RevisionOrigin.Staff, null, cancellationToken);

        // A page that is there now wins over an old address that led elsewhere.
        await context.Redirects.Where(redirect => redirect.FromPath == document.Path).ExecuteDeleteAsync(cancellationToken);
        trail.Record(ContentAudit.Created, document, document.Full, 1);
        await context.SaveChangesAsync(cancellationToken);
        return document.Id;
    }
}
