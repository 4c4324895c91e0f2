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

namespace Medway.LocalOffer.Register.Features.Staff.CorrectEntry;

/// <summary>An officer puts an entry right, as a family said on the phone, within five working days.</summary>
internal sealed record CorrectEntry(Guid Id, EntryCorrection Correction) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class CorrectEntryValidator : AbstractValidator<CorrectEntry>
{
    /// <summary>Under the names of the form's own fields.</summary>
    public CorrectEntryValidator() => RuleFor(correct => correct.Correction).Custom((correction, context) =>
        new EntryCorrectionValidator().Validate(correction).Errors.ForEach(error => context.AddFailure(error.PropertyName, error.ErrorMessage)));
}

internal sealed class CorrectEntryHandler(RegisterDbContext context, RegisterReader reader, AuditTrail audit) : IRequestHandler<CorrectEntry, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CorrectEntry request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(
            one => one.Id == request.Id && (one.State == EntryState.Received || one.State == EntryState.Live || one.State == EntryState.Lapsed), cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        if (request.Correction.Apply(entry, context, audit, [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()]))
        {
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}

/// <summary>What it says now.</summary>
internal sealed record OpenCorrection(Guid Id) : IQuery<CorrectionView>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Keep;

    public AuditEvent Event => RegisterAudit.Viewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => Id;

    public string? Purpose => PublicTask.KeepTheRegister.Words;
}

internal sealed record CorrectionView(string Reference, EntryCorrection Now, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public override string ToString() => nameof(CorrectionView);
}

internal sealed class OpenCorrectionHandler(RegisterReader reader) : IRequestHandler<OpenCorrection, Outcome<CorrectionView>>
{
    public async Task<Outcome<CorrectionView>> Handle(OpenCorrection request, CancellationToken cancellationToken) =>
        await reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == request.Id && (one.State == EntryState.Received || one.State == EntryState.Live || one.State == EntryState.Lapsed), cancellationToken) is { } entry
            ? new CorrectionView(entry.Reference, new EntryCorrection([.. entry.DifficultiesRead().Select(one => one.ToString())], entry.School, entry.Help, entry.Wanted), [entry.ChildId])
            : Outcome.NotFound;
}
