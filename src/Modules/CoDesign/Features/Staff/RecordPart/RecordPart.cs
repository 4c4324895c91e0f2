using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.RecordPart;

/// <summary>Keeps the council's recording of a part, while the round is a draft: it is signed off with everything else.</summary>
/// <param name="File">Null takes the recording out.</param>
/// <param name="Spoken">What is said in it, for whoever cannot hear it.</param>
internal sealed record RecordPart(Guid Id, string Name, Stream? File, string Spoken) : ICommand<Done>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class RecordPartValidator : AbstractValidator<RecordPart>
{
    public RecordPartValidator() => When(request => request.File is not null, () =>
    {
        RuleFor(request => request.File).Must(file => file!.Length > 0).WithMessage("Choose a recording")
            .Must(file => file!.Length <= Recordings.Largest).WithMessage($"This recording is too large. {Recordings.Largest / 1024 / 1024} MB is the most we can take");
        RuleFor(request => request.Spoken).Must(spoken => !string.IsNullOrWhiteSpace(spoken)).WithMessage("Write what is said in the recording")
            .MaximumLength(Part.MaximumSpoken).WithMessage($"Write {Part.MaximumSpoken} characters or fewer");
    });
}

internal sealed class RecordPartHandler(CoDesignDbContext context, DraftParts parts, Recordings recordings, IFiles files) : IRequestHandler<RecordPart, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordPart request, CancellationToken cancellationToken)
    {
        if (await context.Parts.Where(part => part.Id == request.Id).Select(part => (Guid?)part.RoundId).SingleOrDefaultAsync(cancellationToken) is not { } roundId)
        {
            return Outcome.NotFound;
        }

        var opened = await parts.OpenAsync(roundId, cancellationToken);
        if (!opened.IsOk)
        {
            return new Outcome.Failure(opened.Kind, opened.Errors);
        }

        var part = opened.Value.Parts.Single(part => part.Id == request.Id);
        Guid? added = null;
        if (request.File is { } file)
        {
            var kept = await files.AddAsync(Recordings.Rules, request.Name, file, cancellationToken);
            if (!kept.IsOk)
            {
                return Outcome<Done>.Reject(kept.Errors);
            }

            added = kept.Value.Id;
        }

        await recordings.RemoveAsync(part, cancellationToken);
        (part.RecordingId, part.Spoken) = (added, added is null ? null : request.Spoken.Trim());
        return await parts.SaveAsync(opened.Value, cancellationToken);
    }
}
