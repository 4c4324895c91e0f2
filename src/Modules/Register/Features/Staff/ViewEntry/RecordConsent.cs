using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>Somebody says yes or no by phone, on paper or in person: as easy as on the website, and it counts as fast.</summary>
/// <param name="GiverId">Who says it; one of those who decide for the child today.</param>
/// <param name="Shown">What the officer had before them to read out, words and recipient: <see cref="AskedUse.Shown"/>.</param>
internal sealed record RecordConsent(Guid Id, Guid GiverId, string Purpose, bool? IsYes, ConsentChannel Channel, Guid Shown) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsent>
{
    public RecordConsentValidator()
    {
        RuleFor(said => said.GiverId).NotEmpty().WithMessage("Choose who says it");
        RuleFor(said => said.Purpose).Must(slug => ConsentPurpose.Of(slug) is not null).WithMessage("Choose the use");
        RuleFor(said => said.IsYes).NotNull().WithMessage("Choose what they said");
        RuleFor(said => said.Channel).Must(channel => Enum.IsDefined(channel) && channel != ConsentChannel.Web).WithMessage("Choose how they said it");
    }
}

internal sealed class RecordConsentHandler(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, Wordings wordings, Consenting consenting) : IRequestHandler<RecordConsent, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordConsent request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.Id, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(entry => entry.Id == request.Id && entry.State != EntryState.Duplicate, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        if (await viewers.CapacityAsync(request.GiverId, entry.ChildId, cancellationToken) is not { } capacity)
        {
            return Outcome.Invalid(nameof(request.GiverId), "This person does not decide for the child today. Look at the child’s record first");
        }

        if ((await wordings.EveryAsync(cancellationToken)).FirstOrDefault(asked => asked.Purpose.Slug == request.Purpose)?.On(entry) is not { } use || (request.IsYes == true && !use.IsAsked))
        {
            return Outcome.Invalid(nameof(request.Purpose), "Nobody can say yes to this use yet: its recipient has no name. Look under settings");
        }

        // A no needs no words and no recipient: whatever was read out, it is a no.
        if (request.IsYes == true && use.Shown != request.Shown)
        {
            return Outcome.Invalid(nameof(request.Purpose), "The words for this use, or who gets it, have changed since you opened the page. Read them out again, then choose. Nothing has changed yet");
        }

        if (request.IsYes == true && !await viewers.DecidesAsync(capacity, entry.ChildId, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.GiverId), "From 16 on the young person says yes for themselves, not a parent. Ask the young person");
        }

        var was = (await reader.OwnWordsAsync(entry, request.GiverId, cancellationToken))[use.Purpose];
        await consenting.SayAsync(entry, use, request.IsYes == true, was, request.GiverId, capacity, request.Channel, cancellationToken);
        return default(Done);
    }
}
