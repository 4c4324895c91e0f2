using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeKpis;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private static readonly Brag[] Colours = [Brag.Grey, Brag.Red, Brag.Amber, Brag.Green];

    public IReadOnlyList<KpiState> Kpis { get; private set; } = [];

    public Chart ByColour { get; private set; } = null!;

    public bool MayKeep => actor.May(KpiPermissions.Keep);

    /// <summary>Those that the papers name, then those that this site counts beside them.</summary>
    public IEnumerable<IGrouping<bool, KpiState>> Groups => Kpis.GroupBy(state => state.Kpi.Code.StartsWith('K'));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeKpis(), cancellationToken), kpis =>
        {
            Kpis = kpis;
            ByColour = ChartOf(kpis);
            return Page();
        });

    private static Chart ChartOf(IReadOnlyList<KpiState> kpis)
    {
        var counts = kpis.CountBy(state => state.Result.Colour).ToDictionary();
        var silent = kpis.Count(state => state.Latest is null);
        return new Chart(
            ChartKind.Bars, "colours", "Numbers by colour",
            $"{silent} of {kpis.Count} have no figure at all, and {counts.GetValueOrDefault(Brag.Red)} are red.",
            "Colour", "Numbers", [.. Colours.Select(colour => new ChartPoint(KpiWords.Of(colour), counts.GetValueOrDefault(colour)))]);
    }
}
