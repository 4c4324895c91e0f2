using System.Text;
using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.OldAddresses;

[Needs(ContentPermissions.AddressesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Old address", "from"), new("Leads to"), new("Made", "made"), new("Take away")], "from", new ListFilter("words", "Part of the old address"));

    public StaffList<RedirectRow> List { get; private set; } = null!;

    public IReadOnlyList<MissedRow> Missed { get; private set; } = [];

    /// <summary>What became of a file, or why nothing did.</summary>
    public ImportReport? Report { get; private set; }

    [BindProperty]
    public string From { get; set; } = "";

    [BindProperty]
    public string To { get; set; } = "";

    [BindProperty]
    public IFormFile? Csv { get; set; }

    public Task<IActionResult> OnGetAsync(string? from, CancellationToken cancellationToken)
    {
        From = from ?? "";
        return ShowAsync(cancellationToken);
    }

    /// <summary>One address, typed into two boxes: the same as a file of one line.</summary>
    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken) =>
        LoadAsync(new ImportFile("typed.csv", Encoding.UTF8.GetBytes($"from,to\n{Cell(From)},{Cell(To)}\n")), nameof(From), cancellationToken);

    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellationToken)
    {
        if (Csv is not { Length: > 0 and <= LoadRedirects.MaximumBytes })
        {
            ModelState.AddModelError(nameof(Csv), "Choose a CSV file of at most 1 MB, with the columns from and to");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(cancellationToken);
        }

        using var bytes = new MemoryStream();
        await Csv.CopyToAsync(bytes, cancellationToken);
        return await LoadAsync(new ImportFile(Path.GetFileName(Csv.FileName), bytes.ToArray()), nameof(Csv), cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RemoveRedirect(From), cancellationToken),
        _ => Redirect("/staff/content/addresses"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> LoadAsync(ImportFile file, string field, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new LoadRedirects(file), cancellationToken);
        if (outcome.IsOk)
        {
            Report = outcome.Value;
            foreach (var problem in Report.Problems)
            {
                ModelState.AddModelError(field, field == nameof(Csv) ? $"Line {problem.Line}: {problem.Message}" : problem.Message);
            }

            if (Report.Problems.Count > 0)
            {
                Response.StatusCode = StatusCodes.Status400BadRequest;
            }
        }

        return outcome.IsOk ? await ShowAsync(cancellationToken) : await this.AnswerAsync(outcome, _ => Page());
    }

    /// <summary>As a cell of a file, whatever was typed.</summary>
    private static string Cell(string typed) => '"' + typed.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + '"';

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new SeeAddresses(query), cancellationToken), view =>
        {
            List = new(Shape, query, view.Redirects);
            Missed = view.Missed;
            return Page();
        });
    }
}
