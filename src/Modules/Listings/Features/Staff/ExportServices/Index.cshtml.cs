using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.ExportServices;

[Needs(ListingsPermissions.ExportServicesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<Choice> Formats =
    [
        new(ExportServices.Csv, "A table (CSV)", "Opens in a spreadsheet. Has the columns that “Load services from a file” reads."),
        new(ExportServices.OpenReferral, "Open Referral UK 3.0 (JSON)", "For other directories. Has in it all that families see."),
    ];

    [BindProperty]
    public string Format { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // On disk, not in memory, and whole before its first byte leaves: a file that breaks off half-way would look like a smaller directory.
        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        HttpContext.Response.RegisterForDisposeAsync(file);
        return await this.AnswerAsync(await mediator.Send(new ExportServices(Format, file), cancellationToken), _ =>
        {
            file.Position = 0;
            return Format == ExportServices.Csv
                ? File(file, "text/csv; charset=utf-8", $"services-{clock.Today():yyyy-MM-dd}.csv")
                : File(file, "application/json", $"services-{clock.Today():yyyy-MM-dd}.json");
        });
    }
}
