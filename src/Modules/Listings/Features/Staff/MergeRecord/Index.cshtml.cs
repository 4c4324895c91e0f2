using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Listings.Features.Staff.MergeRecord;

[Needs(ListingsPermissions.DecideRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : RecordPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Into { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    public MergeView Merge { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new MergeRecord(Kind, Id, Into ?? Guid.Empty), cancellationToken),
        _ => LocalRedirect(Domain.RecordThings.At(Kind, Into!.Value)),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var words = Words?.Replace('\0', ' ').Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, ListQuery.LongestText)] : null;
        return await this.AnswerAsync(await mediator.Send(new ReadMerge(Kind, Id, Into, words), cancellationToken), merge =>
        {
            Merge = merge;
            return Page();
        });
    }
}
