using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.HandOverRecord;

/// <summary>Gives one record to another officer. An introduction to the family is made ready for them to release.</summary>
/// <param name="Officer">The address with which they sign in.</param>
/// <param name="Reason">For the trail; the family does not read it.</param>
internal sealed record HandOverRecord(Guid RecordId, string Officer, string Reason) : ICommand<Done>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class HandOverRecordValidator : AbstractValidator<HandOverRecord>
{
    public const int MaximumEmail = 254;
    public const int MaximumReason = 200;

    public HandOverRecordValidator()
    {
        RuleFor(hand => hand.Officer).NotEmpty().WithMessage("Write the e-mail address with which they sign in").MaximumLength(MaximumEmail).WithMessage("That is too long for an e-mail address");
        RuleFor(hand => hand.Reason).NotEmpty().WithMessage("Write why, without a name").MaximumLength(MaximumReason).WithMessage($"Write {MaximumReason} letters or fewer");
    }
}

internal sealed class HandOverRecordHandler(EhcpDbContext context, HandingOver handing, IStaffNames staff) : IRequestHandler<HandOverRecord, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(HandOverRecord request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await context.Records.SingleOrDefaultAsync(record => record.Id == request.RecordId, cancellationToken) is not { } record)
        {
            return Outcome.NotFound;
        }

        if (await staff.FindAsync(request.Officer.Trim(), cancellationToken) is not { } officer)
        {
            return Outcome.Invalid(nameof(request.Officer), "No member of staff signs in with this address");
        }

        if (officer == record.CoordinatorId)
        {
            return Outcome.Invalid(nameof(request.Officer), "They look after this record already");
        }

        await handing.MoveAsync(record, officer, request.Reason.Trim(), cancellationToken);
        return default(Done);
    }
}
