using Medway.LocalOffer.Platform.Outcomes;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public void Value_Ok_IsTheValue()
    {
        Outcome<int> outcome = 5;

        outcome.IsOk.ShouldBeTrue();
        outcome.Value.ShouldBe(5);
        outcome.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Value_NotOk_Throws()
    {
        Outcome<int> outcome = Outcome.NotFound;

        outcome.Kind.ShouldBe(OutcomeKind.NotFound);
        Should.Throw<InvalidOperationException>(() => outcome.Value);
    }

    [Fact]
    public void Invalid_Field_NamesItInTheErrors()
    {
        Outcome<string> outcome = Outcome.Invalid("Postcode", "Enter a full postcode");

        outcome.Kind.ShouldBe(OutcomeKind.Invalid);
        outcome.Errors.ShouldBe([new FieldError("Postcode", "Enter a full postcode")]);
    }
}
