using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.FactsForm;

/// <summary>The form about a child's facts: a family's and an officer's differ in who may send it.</summary>
internal abstract class FactsPage(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public FactsInput Input { get; set; } = new();

    public OpenedFacts Opened { get; private set; } = null!;

    /// <summary>Where the entry stands.</summary>
    public abstract string Back { get; }

    /// <summary>How the family is spoken of.</summary>
    public abstract bool IsForFamily { get; }

    protected abstract string Said { get; }

    protected abstract IRequest<Outcome<OpenedFacts>> Opening();

    protected abstract IRequest<Outcome<Done>> Changing(EntryFacts facts);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(isAgain: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(Changing(Input.Read()), cancellationToken), _ => this.RedirectSaying(Back, Said), () => ShowAsync(isAgain: true, cancellationToken));

    private async Task<IActionResult> ShowAsync(bool isAgain, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(Opening(), cancellationToken), opened =>
        {
            Opened = opened;
            Input = isAgain ? Input : FactsInput.Of(opened);
            return Page();
        });
}
