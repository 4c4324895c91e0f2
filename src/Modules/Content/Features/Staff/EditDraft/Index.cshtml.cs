using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.EditDraft;

[Needs(ContentPermissions.WriteName)]
[RequestSizeLimit(Limits.Form)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public OpenedDraft Opened { get; private set; } = null!;

    /// <summary>Somebody else saved in between: their text, to be shown beside what was typed.</summary>
    public Revision? Theirs { get; private set; }

    [BindProperty]
    public Guid? BasedOn { get; set; }

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Summary { get; set; } = "";

    [BindProperty]
    public string Body { get; set; } = "";

    [BindProperty]
    public TypedMoment Starts { get; set; } = new();

    [BindProperty]
    public TypedMoment Ends { get; set; } = new();

    [BindProperty]
    public string Place { get; set; } = "";

    [BindProperty]
    public string Link { get; set; } = "";

    [BindProperty]
    public string ChangeNote { get; set; } = "";

    [BindProperty]
    public string StaffNote { get; set; } = "";

    /// <param name="kept">Whether to go on with what was typed and not saved.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string variant, bool kept, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenDraft(id, variant), cancellationToken), opened =>
        {
            Opened = opened;
            Fill(opened, kept);
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, string variant, CancellationToken cancellationToken)
    {
        var (starts, startsProblem) = Starts.Read();
        var (ends, endsProblem) = Ends.Read();
        if (startsProblem is not null || endsProblem is not null)
        {
            AddProblem("Starts.On", startsProblem);
            AddProblem("Ends.On", endsProblem);
            var again = await AgainAsync(id, variant, cancellationToken);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return again;
        }

        var fields = new DraftFields(Title.Trim(), Summary.Trim(), Body.ReplaceLineEndings("\n"))
        {
            StartsAt = starts,
            EndsAt = ends,
            Place = Optional(Place),
            Link = Optional(Link),
            ChangeNote = Optional(ChangeNote),
            StaffNote = Optional(StaffNote),
        };
        return await this.AnswerAsync(
            await mediator.Send(new SaveDraft(id, variant, BasedOn, fields), cancellationToken),
            _ => Redirect($"/staff/content/pages/{id}?variant={variant}"),
            () => AgainAsync(id, variant, cancellationToken));
    }

    /// <summary>Asked by the script while somebody types.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(Guid id, string variant, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AutosaveDraft(id, variant, BasedOn, Title, Summary, Body.ReplaceLineEndings("\n")), cancellationToken);
        return outcome.IsOk ? StatusCode(StatusCodes.Status204NoContent) : StatusCode(StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> AgainAsync(Guid id, string variant, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenDraft(id, variant), cancellationToken), opened =>
        {
            Opened = opened;
            if (opened.Head is { } head && head.Id != BasedOn && opened.State.Draft is not (DraftState.Submitted or DraftState.Scheduled))
            {
                // The next save knows of their text: whoever presses it has seen it.
                Theirs = head;
                BasedOn = head.Id;
                ModelState.Remove(nameof(BasedOn));
            }

            return Page();
        });

    private void Fill(OpenedDraft opened, bool kept)
    {
        BasedOn = opened.Head?.Id;
        if (opened.Head is { } head)
        {
            Title = head.Title;
            Summary = head.Summary;
            Body = head.Body;
            Starts = TypedMoment.Of(head.StartsAt);
            Ends = TypedMoment.Of(head.EndsAt);
            Place = head.Place ?? "";
            Link = head.Link ?? "";
            StaffNote = head.StaffNote ?? "";
        }

        if (kept && opened.Kept is { } typed)
        {
            BasedOn = typed.BasedOnId;
            Title = typed.Title;
            Summary = typed.Summary;
            Body = typed.Body;
        }
    }

    private void AddProblem(string key, string? problem)
    {
        if (problem is not null)
        {
            ModelState.AddModelError(key, problem);
        }
    }

    private static string? Optional(string typed) => typed.Trim() is { Length: > 0 } text ? text : null;
}
