using MediatR;
using Medway.LocalOffer.Listings.Features.ViewService;
using Medway.LocalOffer.Platform.Web.Codes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.ShareService;

/// <summary>Not cached: it prints the name that this site was asked by.</summary>
[AllowAnonymous]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public ServiceView Service { get; private set; } = null!;

    public string Link { get; private set; } = "";

    public QrPath Qr { get; private set; } = null!;

    public string MailTo => $"mailto:?subject={Uri.EscapeDataString(Service.Name)}&body={Uri.EscapeDataString($"{Service.Name}\n{Service.Summary}\n{Link}")}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await mediator.ServiceAsync(slug, "/share", service =>
        {
            Service = service;
            Link = $"{Request.Scheme}://{Request.Host}/services/{service.Slug}";
            Qr = QrPath.Of(Link);
            return Page();
        }, cancellationToken);
}
