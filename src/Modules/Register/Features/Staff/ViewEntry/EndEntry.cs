using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>Moved away, or left. A death is recorded in People, and ends the entry by itself.</summary>
internal sealed record EndEntry(Guid Id, EntryState State, string Reason) : ICommand<Done>
{
    public const int MaximumReason = 200;

    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class EndEntryValidator : AbstractValidator<EndEntry>
{
    public EndEntryValidator()
    {
        RuleFor(end => end.State).Must(state => state is EntryState.Moved or EntryState.Left).WithMessage("Choose why the entry ends");
        RuleFor(end => end.Reason).NotEmpty().WithMessage("Write how you know, without a name").MaximumLength(EndEntry.MaximumReason).WithMessage($"Write {EndEntry.MaximumReason} letters or fewer")
            .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write it in one line");
    }
}

internal sealed class EndEntryHandler(RegisterDbContext context, RegisterReader reader, Ending ending) : IRequestHandler<EndEntry, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndEntry request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        return await ending.EndAsync(entry, request.State, request.Reason.Trim(), cancellationToken) ? default(Done) : Outcome.Conflict("This entry has ended already. Look at it again");
    }
}
