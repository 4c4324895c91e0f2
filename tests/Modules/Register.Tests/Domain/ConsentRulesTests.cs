using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Domain;

/// <summary>Worked examples of who decides, by age.</summary>
[Proves("register")]
public sealed class ConsentRulesTests
{
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
    public void Decide_WhoSaidWhat_ByAge(int age, string said, string expected) =>
        ConsentRules.Decide(ConsentPosition.Of(Read(said, Today.AddYears(-1))), Today.AddYears(-age), Today).ShouldBe(Enum.Parse<ConsentAnswer>(expected));

    [Fact]
    public void ParentsYesFromSixteenOn_CountsForNothing()
    {
        var born = Today.AddYears(-17);
        var position = ConsentPosition.Of(Read("mother yes", born.AddYears(16)));
        ConsentRules.Decide(position, born, Today).ShouldBe(ConsentAnswer.Lapsed);
        ConsentRules.Decide(position, born, born.AddYears(18)).ShouldBe(ConsentAnswer.Lapsed);
        ConsentRules.MaySayYes(GiverCapacity.Parent, born, Today).ShouldBeFalse();
        ConsentRules.MaySayYes(GiverCapacity.YoungPerson, born, Today).ShouldBeTrue();
        ConsentRules.MaySayYes(GiverCapacity.Parent, Today.AddYears(-16).AddDays(1), Today).ShouldBeTrue();
    }

    [Fact]
    public void ParentsYes_LapsesOnTheSixteenthBirthday_NotADayEarlier()
    {
        var born = Today.AddYears(-16);
        var position = ConsentPosition.Of(Read("mother yes", Today.AddYears(-3)));
        ConsentRules.Decide(position, born, Today.AddDays(-1)).ShouldBe(ConsentAnswer.Yes);
        ConsentRules.Decide(position, born, Today).ShouldBe(ConsentAnswer.Lapsed);
    }

    [Fact]
    public void UnknownBirthDate_HoldsEverything() =>
        ConsentRules.Decide(ConsentPosition.Of(Read("mother yes", Today)), null, Today).ShouldBe(ConsentAnswer.Held);

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
        var (giver, capacity) = parts[0] switch { "mother" => (Mother, GiverCapacity.Parent), "father" => (Father, GiverCapacity.Parent), _ => (Young, GiverCapacity.YoungPerson) };
        return new Said(Enum.Parse<ConsentDecision>(parts[1], ignoreCase: true), capacity, giver, UkTime.StartOf(from).AddMinutes(at + 1));
    });
}
