using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.CorrectOwnEntry;

/// <summary>A family puts its own entry right, by itself and at once.</summary>
internal sealed record CorrectOwnEntry(Guid Id, EntryCorrection Correction) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Say;
}

internal sealed class CorrectOwnEntryValidator : AbstractValidator<CorrectOwnEntry>
{
    /// <summary>Under the names of the form's own fields.</summary>
    public CorrectOwnEntryValidator() => RuleFor(correct => correct.Correction).Custom((correction, context) =>
        new EntryCorrectionValidator().Validate(correction).Errors.ForEach(error => context.AddFailure(error.PropertyName, error.ErrorMessage)));
}

internal sealed class CorrectOwnEntryHandler(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, AuditTrail audit, Actor actor) : IRequestHandler<CorrectOwnEntry, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CorrectOwnEntry request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.OwnEntry).SingleOrDefaultAsync(
            one => one.Id == request.Id && (one.State == EntryState.Received || one.State == EntryState.Live || one.State == EntryState.Lapsed), cancellationToken) is not { } entry
            || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is null)
        {
            return Outcome.NotFound;
        }

        if (request.Correction.Apply(entry, context, audit, [.. new[] { entry.ChildId, person }.Distinct()]))
        {
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}

/// <summary>What it says now.</summary>
internal sealed record OpenOwnCorrection(Guid Id) : IQuery<CorrectionView>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Say;

    public AuditEvent Event => RegisterAudit.OwnViewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => Id;

    public string? Purpose => PublicTask.OwnEntry.Words;
}

internal sealed record CorrectionView(string Reference, EntryCorrection Now, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public override string ToString() => nameof(CorrectionView);
}

internal sealed class OpenOwnCorrectionHandler(RegisterReader reader, RegisterViewers viewers, Actor actor) : IRequestHandler<OpenOwnCorrection, Outcome<CorrectionView>>
{
    public async Task<Outcome<CorrectionView>> Handle(OpenOwnCorrection request, CancellationToken cancellationToken) =>
        await reader.For(PublicTask.OwnEntry).AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == request.Id && (one.State == EntryState.Received || one.State == EntryState.Live || one.State == EntryState.Lapsed), cancellationToken) is { } entry
            && actor.PersonId is { } person && await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is not null
            ? new CorrectionView(entry.Reference, new EntryCorrection([.. entry.DifficultiesRead().Select(one => one.ToString())], entry.School, entry.Help, entry.Wanted), [entry.ChildId])
            : Outcome.NotFound;
}
