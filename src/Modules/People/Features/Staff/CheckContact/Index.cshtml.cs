using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.CheckContact;

[Needs(PeoplePermissions.ChangeName)]
internal sealed class IndexModel(IMediator mediator) : RecordPage(mediator)
{
    public static readonly IReadOnlyList<Choice> Decisions =
    [
        new(nameof(ContactDecision.Checked), "It reaches this person, and it is safe", "They answered a code or a call, or somebody met them there"),
        new(nameof(ContactDecision.NotSafe), "It is not safe", "Somebody else may read it. Nothing is sent there"),
        new(nameof(ContactDecision.End), "It is not used any more"),
    ];

    [BindProperty(SupportsGet = true, Name = "contactId")]
    public Guid ContactId { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public string Decision { get; set; } = "";

    [BindProperty]
    public string How { get; set; } = "";

    public ContactRecord Contact { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => FormAsync(isNew: true, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ContactDecision? decision = Enum.TryParse<ContactDecision>(Decision, out var known) && Enum.IsDefined(known) ? known : null;
        return await this.AnswerAsync(
            await Mediator.Send(new CheckContact(Id, ContactId, Version, decision, How), cancellationToken), _ => this.RedirectSaying(At, "Saved."), () => FormAsync(isNew: false, cancellationToken));
    }

    private Task<IActionResult> FormAsync(bool isNew, CancellationToken cancellationToken) => ShowAsync(
        record =>
        {
            Contact = record.Contacts.Single(contact => contact.Id == ContactId);
            Version = isNew ? Contact.Version : Version;
        },
        cancellationToken,
        record => record.Contacts.Any(contact => contact.Id == ContactId));
}
