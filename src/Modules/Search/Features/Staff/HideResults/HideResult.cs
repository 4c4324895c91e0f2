using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.HideResults;

/// <summary>Takes something out of every list of results at once; its own page stays.</summary>
internal sealed record HideResult(string Address, string Why) : ICommand<Done>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed class HideResultValidator : AbstractValidator<HideResult>
{
    public HideResultValidator()
    {
        RuleFor(hide => hide.Address)
            .NotEmpty().WithMessage("Paste the address of the page to hide")
            .MaximumLength(300).WithMessage("Paste the address of one page");
        RuleFor(hide => hide.Why)
            .NotEmpty().WithMessage("Say why, so that the next person understands")
            .MaximumLength(300).WithMessage("Make the reason shorter: 300 letters at most");
    }
}

internal sealed class HideResultHandler(SearchDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<HideResult, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(HideResult request, CancellationToken cancellationToken)
    {
        if (await context.FindByAddressAsync(request.Address, cancellationToken) is not { } entry)
        {
            return Outcome.Invalid(nameof(request.Address), "No page of this address can be found by searching. Open it, and copy its address");
        }

        if (await context.HiddenEntries.AnyAsync(hidden => hidden.EntryId == entry.Id, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Address), "This page is hidden already");
        }

        context.HiddenEntries.Add(new HiddenEntry { EntryId = entry.Id, Url = entry.Url, Title = entry.Title, Why = request.Why.Trim(), HiddenAt = clock.GetUtcNow() });
        audit.Record(context, SearchAudit.ResultHidden, entry.Source, entry.Id, request.Why.Trim());
        await context.SaveChangesAsync(cancellationToken);
        await context.TouchAsync(entry.Id, cancellationToken);
        return new Done();
    }
}

internal sealed record ShowResult(Guid EntryId) : ICommand<Done>
{
    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed class ShowResultHandler(SearchDbContext context, AuditTrail audit) : IRequestHandler<ShowResult, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ShowResult request, CancellationToken cancellationToken)
    {
        if (await context.HiddenEntries.SingleOrDefaultAsync(hidden => hidden.EntryId == request.EntryId, cancellationToken) is not { } hidden)
        {
            return Outcome.NotFound;
        }

        context.HiddenEntries.Remove(hidden);
        audit.Record(context, SearchAudit.ResultShown, "entry", hidden.EntryId);
        await context.SaveChangesAsync(cancellationToken);
        await context.TouchAsync(request.EntryId, cancellationToken);
        return new Done();
    }
}

internal static class Touching
{
    /// <summary>Lets the triggers make the entry's row anew, or leave it out.</summary>
    public static Task TouchAsync(this SearchDbContext context, Guid entryId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"update search.entries set id = id where id = {entryId}", cancellationToken);
}
