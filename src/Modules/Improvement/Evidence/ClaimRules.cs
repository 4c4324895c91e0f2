using FluentValidation;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Evidence;

/// <summary>What somebody says of the evidence that they bring.</summary>
internal interface IClaim
{
    /// <summary>What it shows.</summary>
    string Claim { get; }

    /// <summary>Last day on which it is good.</summary>
    DateOnly? ReviewOn { get; }
}

internal sealed class ClaimRules : AbstractValidator<IClaim>
{
    public ClaimRules(TimeProvider clock)
    {
        RuleFor(one => one.Claim).NotEmpty().WithMessage("Write what it shows")
            .MaximumLength(PartEvidence.MaximumClaim).WithMessage($"Write {PartEvidence.MaximumClaim} characters or fewer");
        RuleFor(one => one.ReviewOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write until when it is good")
            .Must(day => day > clock.Today()).WithMessage("This day has passed. Write a day that is still to come")
            .Must(day => day <= clock.Today().AddYears(2)).WithMessage("Evidence is good for two years at most. Check the year");
    }
}
