using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.CoDesign.Features.Panel.ChooseWays;

/// <summary>What a switch changes.</summary>
internal enum Way
{
    EasyWords,
    Pictures,
    ReadAloud,
    MoreSpace,
}

/// <summary>Turns one switch over, and remembers it for this card.</summary>
internal sealed record ChooseWays(string? Key, string Switch) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ChooseWaysValidator : AbstractValidator<ChooseWays>
{
    public ChooseWaysValidator() => RuleFor(request => request.Switch).IsEnumName(typeof(Way)).WithMessage("Press one of the switches");
}

internal sealed class ChooseWaysHandler(CoDesignDbContext context, Seats seats) : IRequestHandler<ChooseWays, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChooseWays request, CancellationToken cancellationToken)
    {
        if (await seats.FindAsync(request.Key, cancellationToken) is not { Reviewer: var reviewer })
        {
            return Outcome.NotFound;
        }

        switch (Enum.Parse<Way>(request.Switch))
        {
            case Way.EasyWords:
                reviewer.EasyWords = !reviewer.EasyWords;
                break;
            case Way.Pictures:
                reviewer.Pictures = !reviewer.Pictures;
                break;
            case Way.ReadAloud:
                reviewer.ReadAloud = !reviewer.ReadAloud;
                break;
            default:
                reviewer.MoreSpace = !reviewer.MoreSpace;
                break;
        }

        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
