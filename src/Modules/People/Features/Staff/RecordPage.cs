using MediatR;
using Medway.LocalOffer.People.Features.Staff.ViewRecord;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff;

/// <summary>What the pages about one person's record share: whose it is, reading it, and going back to it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class RecordPage(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public RecordView Record { get; private set; } = null!;

    public string At => $"/staff/people/{Id}";

    protected IMediator Mediator => mediator;

    /// <summary>The page is a form that changes the record: whoever may only read it is not shown it.</summary>
    protected virtual bool Changes => true;

    /// <summary>Reads the record (audited) and shows the page.</summary>
    protected Task<IActionResult> ShowAsync(CancellationToken cancellationToken) => ShowAsync(_ => { }, cancellationToken);

    /// <param name="fill">Puts what the record holds into the form; it may find that the page has nothing to show.</param>
    protected async Task<IActionResult> ShowAsync(Action<RecordView> fill, CancellationToken cancellationToken, Func<RecordView, bool>? exists = null) =>
        await this.AnswerAsync(await mediator.Send(new ViewRecord.ViewRecord(Id), cancellationToken), record =>
        {
            Record = record;
            if (Changes && !record.MayChange)
            {
                return StatusCode(StatusCodes.Status403Forbidden);
            }

            if (exists?.Invoke(record) == false)
            {
                return NotFound();
            }

            fill(record);
            return Page();
        });

    /// <summary>Back to the record when it worked; else the form again, with what was typed.</summary>
    protected Task<IActionResult> DoneAsync<T>(Outcome<T> outcome, CancellationToken cancellationToken) =>
        this.AnswerAsync(outcome, _ => this.RedirectSaying(At, "Saved."), () => ShowAsync(cancellationToken));

    /// <summary>A date that may be left out; what is no date is refused in words.</summary>
    protected DateOnly? Read(TypedDate typed, string field)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        if (typed.Read() is { } day)
        {
            return day;
        }

        ModelState.AddModelError(field, "Write a day, a month and a year with four digits, like 3 11 2026");
        return null;
    }

    /// <summary>When something could not even be read, no operation is sent.</summary>
    protected async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        if (page is PageResult)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return page;
    }
}
