using FluentValidation;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What somebody of a family says of something, on their own page or to an officer.</summary>
internal interface IHowItWas
{
    FamilySays KnowsNext { get; }

    FamilySays? WasGood { get; }

    string Words { get; }
}

internal static class HowItWasRules
{
    /// <summary>The same whoever writes it down.</summary>
    public static void MustSayHowItWas<T>(this AbstractValidator<T> validator)
        where T : IHowItWas
    {
        validator.RuleFor(said => said.KnowsNext).IsInEnum().WithMessage("Choose one of the three");
        validator.RuleFor(said => said.WasGood).Must(good => good is null || Enum.IsDefined(good.Value)).WithMessage("Choose one of the three");
        validator.RuleFor(said => said.Words).MaximumLength(FamilyAnswer.MaximumWords).WithMessage($"Write {FamilyAnswer.MaximumWords} letters or fewer");
    }
}
