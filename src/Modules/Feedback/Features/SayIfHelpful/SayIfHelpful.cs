using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Feedback.Features.SayIfHelpful;

/// <summary>Counts a yes or a no for a page.</summary>
/// <param name="Helpful"><c>yes</c> or <c>no</c>, as the form posts it.</param>
internal sealed record SayIfHelpful(string About, string Helpful) : ICommand<Done>
{
    public const string Yes = "yes";
    public const string No = "no";

    public Permission Permission => Permission.ReadPublished;
}

internal sealed class SayIfHelpfulValidator : AbstractValidator<SayIfHelpful>
{
    public SayIfHelpfulValidator()
    {
        RuleFor(said => said.About).Must(about => GiveFeedback.GiveFeedback.PathOf(about) is not null).WithMessage("Go back to the page, and press yes or no there");
        RuleFor(said => said.Helpful).Must(helpful => helpful is SayIfHelpful.Yes or SayIfHelpful.No).WithMessage("Choose yes or no");
    }
}

internal sealed class SayIfHelpfulHandler(FeedbackDbContext context, TimeProvider clock) : IRequestHandler<SayIfHelpful, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SayIfHelpful request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        context.PageVotes.Add(new PageVote { Id = Guid.CreateVersion7(now), About = request.About, IsHelpful = request.Helpful == SayIfHelpful.Yes, At = now });
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
