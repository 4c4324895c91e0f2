using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.OldRegister;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>A family on the old register says by phone or in person whether it wants to be on this one.</summary>
internal sealed record RecordOldAnswer(Guid Id, bool? IsYes) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class RecordOldAnswerValidator : AbstractValidator<RecordOldAnswer>
{
    public RecordOldAnswerValidator() => RuleFor(answer => answer.IsYes).NotNull().WithMessage("Choose what they said").OverridePropertyName("OldAnswer");
}

internal sealed class RecordOldAnswerHandler(RegisterDbContext context, RegisterReader reader, OldAnswers answers) : IRequestHandler<RecordOldAnswer, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordOldAnswer request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        if (entry.State != EntryState.Unconfirmed)
        {
            return Outcome.Conflict("Somebody has answered already. Look at it again");
        }

        await answers.TakeAsync(entry, request.IsYes == true, cancellationToken);
        return default(Done);
    }
}
