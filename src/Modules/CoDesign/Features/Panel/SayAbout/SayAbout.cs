using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.CoDesign.Features.Panel.SayAbout;

/// <summary>How old somebody is, in three bands, or whether they had help. Nothing else is asked of anybody, and both may be skipped.</summary>
/// <param name="Ask"><c>age</c> or <c>help</c>.</param>
/// <param name="Say">Name of an <see cref="AgeBand"/>, or yes or no; empty to skip.</param>
internal sealed record SayAbout(string? Key, string Ask, string Say) : ICommand<Done>
{
    public const string Age = "age";
    public const string Help = "help";

    public Permission Permission => Permission.ReadPublished;
}

internal sealed class SayAboutValidator : AbstractValidator<SayAbout>
{
    public SayAboutValidator() => RuleFor(request => request.Say)
        .Must((request, say) => say.Length == 0 || (request.Ask == SayAbout.Age ? Enum.IsDefined(typeof(AgeBand), say) : say is "yes" or "no"))
        .WithMessage("Pick one, or press Skip");
}

internal sealed class SayAboutHandler(CoDesignDbContext context, Seats seats) : IRequestHandler<SayAbout, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SayAbout request, CancellationToken cancellationToken)
    {
        if (await seats.FindAsync(request.Key, cancellationToken) is not { Reviewer: var reviewer })
        {
            return Outcome.NotFound;
        }

        if (request.Ask == SayAbout.Age)
        {
            reviewer.Age = request.Say.Length == 0 ? null : Enum.Parse<AgeBand>(request.Say);
        }
        else
        {
            reviewer.HadHelp = request.Say.Length == 0 ? null : request.Say == "yes";
        }

        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
