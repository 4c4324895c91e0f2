using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.KeepServices;

[Needs(ListingsPermissions.ReadRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Pick"), new("Name", "name"), new("Run by"), new("State"), new("Check"), new("Due", "due"), new("Score", null, IsNumber: true)],
        "name",
        new ListFilter("words", "Name or who runs it"),
        new ListFilter("kind", "Kind", [.. Facets.Kinds.Select(kind => new Choice(kind.Value, kind.Words))]),
        new ListFilter("state", "State", Choice.OfAll<RecordState>(state => $"{state}")),
        new ListFilter("check", "Check", [new("late", "Late"), new("due", "Due"), new("good", "Not due")]),
        new ListFilter("owner", "Looked after by", [new("me", "Me"), new("nobody", "Nobody")]));

    [BindProperty]
    public List<Guid> Picked { get; set; } = [];

    [BindProperty]
    public string Do { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public StaffList<ServiceRow> List { get; private set; } = null!;

    public bool CanDecide => actor.May(ListingsPermissions.DecideRecords);

    public bool CanImport => actor.May(ListingsPermissions.ImportServices);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ChangeMany(Picked, Do, Reason ?? ""), cancellationToken),
        _ => LocalRedirect("/staff/listings/services" + Request.QueryString),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new KeepServices(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
