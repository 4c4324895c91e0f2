using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Tests.Domain;

public sealed class FacetCountTests
{
    private static readonly long Activity = Facets.MaskOf(Facets.Kinds, ["activity"]);
    private static readonly long Advice = Facets.MaskOf(Facets.Kinds, ["advice"]);
    private static readonly long Autism = Facets.MaskOf(Facets.Needs, ["autism"]);
    private static readonly long Free = Facets.MaskOf(Facets.Costs, ["free"]);
    private static readonly long Paid = Facets.MaskOf(Facets.Costs, ["paid"]);

    private static readonly long[] Rows = [Activity | Autism | Free, Activity | Paid, Advice | Facets.AnyNeed | Free];

    [Fact]
    public void Of_OwnGroup_IsNotNarrowedByItself()
    {
        var counts = new FacetCount(Rows, SearchChoices.None.With(ChoiceGroups.Kind, Activity));

        counts.Total.ShouldBe(2);
        counts.Of(ChoiceGroups.Kind, Facets.KindsOfHelp.Single(kind => kind.Value == "advice_and_support")).ShouldBe(1);
        counts.Of(ChoiceGroups.Cost, Facets.Costs.Single(cost => cost.Value == "free")).ShouldBe(1);
    }

    [Fact]
    public void Total_NeedChosen_KeepsOpenToAllAndBlankOnes()
    {
        var counts = new FacetCount(Rows, SearchChoices.None.With(ChoiceGroups.Need, Autism));

        counts.Total.ShouldBe(3);
        counts.OnlyMayFit.ShouldBe(1);
    }

    [Fact]
    public void Total_AccessChosen_KeepsSilenceAndDropsASaidNo()
    {
        var stepFree = Facets.MaskOf(Facets.Access, ["step_free"]);
        var saidNo = Facets.NoOf(stepFree);
        var choices = SearchChoices.None.With(ChoiceGroups.Access, stepFree);
        long[] rows = [Activity | stepFree, Activity, Activity | saidNo];

        var counts = new FacetCount(rows, choices);

        saidNo.ShouldNotBe(0);
        counts.Total.ShouldBe(2);
        counts.OnlyMayFit.ShouldBe(1);
        choices.Allow(Activity | saidNo).ShouldBeFalse();
    }

    [Fact]
    public void Total_TwoOfOneGroup_IsOrAndTwoGroupsAreAnd()
    {
        long[] rows = [Activity | Autism | Free, Activity | Autism | Paid, Advice | Autism | Free];

        Total(SearchChoices.None.With(ChoiceGroups.Cost, Free | Paid)).ShouldBe(3);
        Total(SearchChoices.None.With(ChoiceGroups.Cost, Free)).ShouldBe(2);
        Total(SearchChoices.None.With(ChoiceGroups.Cost, Free).With(ChoiceGroups.Kind, Activity)).ShouldBe(1);

        int Total(SearchChoices choices) => new FacetCount(rows, choices).Total;
    }

    [Fact]
    public void Total_PageOfOurs_NeverOnlyMayFit()
    {
        var choices = SearchChoices.None.With(ChoiceGroups.Need, Autism).WithAge(8);

        choices.Allow(Facets.Page).ShouldBeFalse();
        choices.Allow(Facets.Page | Autism).ShouldBeTrue();
        choices.OnlyMayFit(Facets.Page | Autism | SearchChoices.AgeNotKnown).ShouldBeFalse();
    }

    [Fact]
    public void Groups_ShareNoBit()
    {
        var seen = Facets.Page | Facets.Everywhere | SearchChoices.AgeNotKnown | Facets.AccessNo.Aggregate(0L, (mask, facet) => mask | facet.Mask);
        foreach (var group in ChoiceGroups.All.Where(group => group != ChoiceGroups.Kind))
        {
            (group.All & seen).ShouldBe(0, group.Name);
            seen |= group.All;
        }

        (Facets.AllKinds & seen).ShouldBe(0);
    }
}
