using MediatR;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.AddMedia;

[Needs(ContentPermissions.WriteName)]
[RequestSizeLimit(MediaLimits.Request)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> DecorativeChoice = [new("yes", "Decorative", "It carries no meaning: somebody who does not see it misses nothing")];

    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Alt { get; set; } = "";

    [BindProperty]
    public string? Decorative { get; set; }

    [BindProperty]
    public string Owner { get; set; } = "";

    [BindProperty]
    public string Source { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new AddMedia(Name, Alt, Decorative is not null, Owner, Source, File?.FileName ?? "", File?.Length ?? 0, await ReadAsync(cancellationToken)), cancellationToken),
        id => Redirect($"/staff/content/media/{id}?added=1"));

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (File is null or { Length: > MediaLimits.File })
        {
            return [];
        }

        using var content = new MemoryStream((int)File.Length);
        await File.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
