using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Domain;

/// <summary>Worked examples of who decides, by age.</summary>
[Proves("register")]
public sealed class ConsentRulesTests
{
    private const string Named = "A made-up service";

    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Guid Mother = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Father = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Young = new("00000000-0000-0000-0000-000000000003");

    [Theory]
    [InlineData(10, "mother yes", nameof(ConsentAnswer.Yes))]
    [InlineData(10, "mother no", nameof(ConsentAnswer.No))]
    [InlineData(10, "mother yes,mother withdrawn", nameof(ConsentAnswer.No))]
    [InlineData(10, "mother yes,father no", nameof(ConsentAnswer.Held))]
    [InlineData(10, "mother yes,father no,father yes", nameof(ConsentAnswer.Yes))]
    [InlineData(10, "mother yes,father yes,father withdrawn", nameof(ConsentAnswer.Held))]
    [InlineData(14, "mother yes,young no", nameof(ConsentAnswer.Held))]
    [InlineData(14, "young yes", nameof(ConsentAnswer.Yes))]
    [InlineData(16, "mother yes", nameof(ConsentAnswer.Lapsed))]
    [InlineData(16, "mother no", nameof(ConsentAnswer.No))]
    [InlineData(16, "mother yes,young yes", nameof(ConsentAnswer.Yes))]
    [InlineData(16, "mother no,young yes", nameof(ConsentAnswer.Yes))]
    [InlineData(16, "mother yes,young no", nameof(ConsentAnswer.No))]
    [InlineData(16, "mother yes,young yes,young withdrawn", nameof(ConsentAnswer.No))]
    [InlineData(10, "", nameof(ConsentAnswer.NotAsked))]
    [InlineData(10, "mother yes-other", nameof(ConsentAnswer.OtherRecipient))]
    [InlineData(10, "mother yes-other,mother yes", nameof(ConsentAnswer.Yes))]
    [InlineData(10, "mother yes-other,father yes", nameof(ConsentAnswer.Yes))]
    [InlineData(10, "mother yes-other,father no", nameof(ConsentAnswer.Held))]
    [InlineData(16, "young yes-other", nameof(ConsentAnswer.OtherRecipient))]
    [InlineData(16, "mother yes,young yes-other", nameof(ConsentAnswer.OtherRecipient))]
    public void Decide_WhoSaidWhat_ByAge(int age, string said, string expected) =>
        ConsentRules.Decide(Read(said, Today.AddYears(-1)), Named, Today.AddYears(-age), Today).Answer.ShouldBe(Enum.Parse<ConsentAnswer>(expected));

    /// <summary>What goes to an adult goes to those who said yes themselves.</summary>
    [Theory]
    [InlineData(10, "mother yes", "mother")]
    [InlineData(10, "mother yes,father yes", "mother father")]
    [InlineData(10, "mother yes-other,father yes", "father")]
    [InlineData(10, "mother yes,father no", "")]
    [InlineData(14, "mother yes,young yes", "mother young")]
    [InlineData(16, "mother yes,young yes", "young")]
    [InlineData(16, "mother yes", "")]
    public void Givers_AreThoseWhoSaidYesThemselves(int age, string said, string givers) =>
        ConsentRules.Decide(Read(said, Today.AddYears(-1)), Named, Today.AddYears(-age), Today).GiverIds
            .ShouldBe(givers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(who => Who(who).Giver), ignoreOrder: true);

    [Fact]
    public void RecipientWithoutAName_GetsNobodysYes() =>
        ConsentRules.Decide(Read("mother yes", Today), null, Today.AddYears(-9), Today).Answer.ShouldBe(ConsentAnswer.OtherRecipient);

    [Fact]
    public void ParentsYesFromSixteenOn_CountsForNothing()
    {
        var born = Today.AddYears(-17);
        var said = Read("mother yes", born.AddYears(16)).ToList();
        ConsentRules.Decide(said, Named, born, Today).Answer.ShouldBe(ConsentAnswer.Lapsed);
        ConsentRules.Decide(said, Named, born, born.AddYears(18)).Answer.ShouldBe(ConsentAnswer.Lapsed);
        ConsentRules.Decides(GiverCapacity.Parent, born, Today).ShouldBeFalse();
        ConsentRules.Decides(GiverCapacity.YoungPerson, born, Today).ShouldBeTrue();
        ConsentRules.Decides(GiverCapacity.Parent, Today.AddYears(-16).AddDays(1), Today).ShouldBeTrue();
    }

    [Fact]
    public void ParentsYes_LapsesOnTheSixteenthBirthday_NotADayEarlier()
    {
        var born = Today.AddYears(-16);
        var said = Read("mother yes", Today.AddYears(-3)).ToList();
        ConsentRules.Decide(said, Named, born, Today.AddDays(-1)).Answer.ShouldBe(ConsentAnswer.Yes);
        ConsentRules.Decide(said, Named, born, Today).Answer.ShouldBe(ConsentAnswer.Lapsed);
    }

    [Fact]
    public void UnknownBirthDate_HoldsEverything() =>
        ConsentRules.Decide(Read("mother yes", Today), Named, null, Today).Answer.ShouldBe(ConsentAnswer.Held);

    [Theory]
    [InlineData("2026-11-27", "future")]
    [InlineData("2001-11-26", "under 25")]
    [InlineData("2001-11-27", null)]
    [InlineData("2026-11-26", null)]
    public void BirthDate_FutureOrTooOld_IsSaidInWords(string born, string? words)
    {
        var problem = RegisterAges.Problem(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Today);
        if (words is null)
        {
            problem.ShouldBeNull();
        }
        else
        {
            problem.ShouldNotBeNull().ShouldContain(words);
        }
    }

    private static IEnumerable<Said> Read(string said, DateOnly from) => said.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((one, at) =>
    {
        var parts = one.Split(' ');
        var (giver, capacity) = Who(parts[0]);
        var words = parts[1].Split('-');
        return new Said(Enum.Parse<ConsentDecision>(words[0], ignoreCase: true), capacity, giver, UkTime.StartOf(from).AddMinutes(at + 1), words.Length > 1 ? "Another service" : Named);
    });

    private static (Guid Giver, GiverCapacity Capacity) Who(string who) =>
        who switch { "mother" => (Mother, GiverCapacity.Parent), "father" => (Father, GiverCapacity.Parent), _ => (Young, GiverCapacity.YoungPerson) };
}
