using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeKpi;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : KpiPage(mediator)
{
    public bool MayKeep => actor.May(KpiPermissions.Keep);

    public Chart Run => KpiCharts.Of(View.State);

    /// <summary>What the papers and England say, beside our own figures.</summary>
    public IEnumerable<KpiFigure> Beside => View.State.Figures.Where(figure => figure.Series != KpiFigure.Main);

    public Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) => ShowAsync(code, cancellationToken);
}
