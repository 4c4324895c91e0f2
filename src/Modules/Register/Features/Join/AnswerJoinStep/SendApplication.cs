using System.Globalization;
using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;

namespace Medway.LocalOffer.Register.Features.Join.AnswerJoinStep;

/// <summary>The family sends the form. It is never refused because we know the child already: nobody learns that here, and a person looks.</summary>
internal sealed record SendApplication(string? Code) : ICommand<Receipt>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class SendApplicationHandler(
    RegisterDbContext context, Drafts drafts, JoinRules rules, Wordings wordings, Applications applications, INewPeople newPeople, IContactPoints points, IMessages messages, TimeProvider clock)
    : IRequestHandler<SendApplication, Outcome<Receipt>>
{
    public const string Acknowledgement = "register.received";

    public async Task<Outcome<Receipt>> Handle(SendApplication request, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(request.Code, cancellationToken) is not { } answers)
        {
            return Outcome.NotFound;
        }

        if (rules.FirstProblem(answers) is { } step)
        {
            return Outcome.Invalid("", $"Something is missing on the page “{StepWords.Title(step, answers)}”. Go back to it, then send the form");
        }

        var asked = await wordings.AskedAsync(cancellationToken);
        var choices = answers.IsTheirsToSay(clock.Today()) ? [] : ShownUse.Read(asked, answers.Choices, answers.Wordings);
        if (choices is null)
        {
            return Outcome.Invalid("", "Our words for one of the uses have changed since you said yes. Nothing is sent yet. Read “Your choices” again, then send the form");
        }

        var entry = await AddAsync(answers, choices, cancellationToken);
        var receipt = ReceiptOf(entry, choices);
        await drafts.SentAsync(request.Code!, receipt, cancellationToken);
        entry.AcknowledgedOn = clock.Today();
        await context.SaveChangesAsync(cancellationToken);
        await messages.RequestAsync(
            new MessageRequest(
                Acknowledgement, $"register-received {entry.Id}", entry.ContactPointId, null,
                new Dictionary<string, string> { ["reference"] = entry.Reference, ["by"] = entry.LiveBy.Long() }),
            cancellationToken);
        return receipt;
    }

    private async Task<RegisterEntry> AddAsync(JoinAnswers answers, IReadOnlyList<(AskedUse Use, ConsentDecision Decision)> choices, CancellationToken cancellationToken)
    {
        var isForSelf = answers.IsForSelf == true;
        var child = await newPeople.RecordAsync(new NewPerson(PersonKind.Child, answers.ChildGiven, answers.ChildFamily, answers.BornOn), cancellationToken);
        var applicant = child;
        if (!isForSelf)
        {
            applicant = await newPeople.RecordAsync(new NewPerson(PersonKind.Adult, answers.OwnGiven, answers.OwnFamily, null), cancellationToken);
            await newPeople.RelateAsync(applicant, child, Enum.Parse<RelationshipKind>(answers.Relationship), cancellationToken);
        }

        var contact = await points.ProposeAsync(JoinRules.KindOf(answers.Contact), answers.Contact, cancellationToken);
        await newPeople.AddHomeAsync(child, JoinRules.Home(answers), cancellationToken);
        return await applications.AddAsync(
            new Application(
                child, applicant, isForSelf ? GiverCapacity.YoungPerson : GiverCapacity.Parent, EntrySource.Web, Area.Of(answers.Postcode)!,
                [.. answers.Difficulties.Select(Enum.Parse<Difficulty>)], answers.School, Enum.TryParse<SchoolHelp>(answers.Help, out var help) ? help : SchoolHelp.NotSaid,
                answers.Wanted, contact, choices)
            {
                Coded = answers.Coded(),
                Postcode = answers.Postcode,
            },
            cancellationToken);
    }

    private static Receipt ReceiptOf(RegisterEntry entry, IReadOnlyList<(AskedUse Use, ConsentDecision Decision)> choices) => new(
        Receipt.CurrentSchema, entry.Reference, entry.ReceivedAt, entry.LiveBy, Recipient.Council.KnownName!, Receipt.PublicTaskBasis, Receipt.Withdrawing,
        [.. choices.Select(choice => new ReceiptLine(
            choice.Use.Purpose.Slug, choice.Use.Title, choice.Use.Purpose.Recipient.Slug, choice.Use.RecipientName!, ReceiptLine.Of(choice.Decision), ReceiptLine.ConsentBasis,
            choice.Use.Number, choice.Use.Digest, choice.Use.Language, ConsentChannel.Web.ToString().ToLower(CultureInfo.InvariantCulture), RegisterWords.Of(entry.Capacity), entry.ReceivedAt))]);
}
