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
        var counts = new FacetCount(Rows, new SearchChoices(Activity, 0, 0, null));

        counts.Total.ShouldBe(2);
        counts.Of(Facets.KindsOfHelp.Single(kind => kind.Value == "advice_and_support")).ShouldBe(1);
        counts.Of(Facets.Costs.Single(cost => cost.Value == "free")).ShouldBe(1);
    }

    [Fact]
    public void Total_NeedChosen_KeepsOpenToAllAndBlankOnes()
    {
        var counts = new FacetCount(Rows, new SearchChoices(0, Autism, 0, null));

        counts.Total.ShouldBe(3);
        counts.OnlyMayFit.ShouldBe(1);
    }
}
