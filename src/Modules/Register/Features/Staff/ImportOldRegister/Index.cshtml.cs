using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.ImportOldRegister;

[Needs(RegisterPermissions.ImportName)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>On the page; the command line names all.</summary>
    public const int Shown = 200;

    /// <summary>The largest file, and room to say in words that it is too large.</summary>
    private const long LargestRequest = 4 * ImportOldRegister.MaximumBytes;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ImportReport? Report { get; private set; }

    public bool WasTrial { get; private set; }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => RunAsync(isTrial: true, cancellationToken);

    public Task<IActionResult> OnPostLoadAsync(CancellationToken cancellationToken) => RunAsync(isTrial: false, cancellationToken);

    private async Task<IActionResult> RunAsync(bool isTrial, CancellationToken cancellationToken)
    {
        var file = Upload is { } upload ? new ImportFile(Path.GetFileName(upload.FileName), upload.Length, upload.OpenReadStream) : null;
        return await this.AnswerAsync(await mediator.Send(new ImportOldRegister(file, isTrial), cancellationToken), report =>
        {
            (Report, WasTrial) = (report, isTrial);
            Response.StatusCode = report.Problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            return Page();
        });
    }
}
