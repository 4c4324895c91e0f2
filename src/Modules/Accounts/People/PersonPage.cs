using MediatR;
using Medway.LocalOffer.Accounts.Features.ViewPerson;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>
/// A form that changes one person. It shows the account as it is now, and carries the version that it shows: when somebody else was faster
/// the answer is 409, with the new state beside what was typed.
/// </summary>
internal abstract class PersonPage(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public PersonView Person { get; private set; } = null!;

    public string At => $"/staff/accounts/{Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewPerson(Id), cancellationToken), person =>
        {
            Person = person;
            return Page();
        });

    protected async Task<IActionResult> SendAsync<T>(ICommand<T> command, Func<T, IActionResult> done, CancellationToken cancellationToken) =>
        await this.AnswerAsync<T>(await mediator.Send(command, cancellationToken), done, () => ShowAsync(cancellationToken));

    protected Task<IActionResult> SendAsync(ICommand<Done> command, CancellationToken cancellationToken) =>
        SendAsync(command, _ => this.RedirectSaying(At, "Saved. It counts from this person’s next click."), cancellationToken);
}
