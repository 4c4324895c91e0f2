using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.MakeCall;

/// <summary>Whom to call and what to say; the gate is asked in this moment, and what it holds is not shown.</summary>
internal sealed record OpenCall(Guid Id) : ICommand<CallView>, IReadsPeople
{
    /// <summary>Why somebody else must make the call. It goes on waiting.</summary>
    public const string HiddenContact = "hidden_contact";

    public Permission Permission => MessagingPermissions.Call;

    public AuditEvent Event => MessagingAudit.CallOpened;

    public string SubjectKind => MessagingAudit.Message;

    public Guid? SubjectId => Id;

    public string? Purpose => "to ring you";
}

/// <param name="To">Null when the safety check holds it now.</param>
internal sealed record CallView(Message Message, Destination? To, string? Script, IReadOnlyList<string> Held, IReadOnlyList<Call> Tries) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => Message.PersonId is { } person ? [person] : [];

    public override string ToString() => nameof(CallView);
}

internal sealed class OpenCallHandler(MessagingDbContext context, OutgoingLoader loader, SendGate gate, Words words, Actor actor) : IRequestHandler<OpenCall, Outcome<CallView>>
{
    public async Task<Outcome<CallView>> Handle(OpenCall request, CancellationToken cancellationToken)
    {
        if (!await context.Messages.AnyAsync(m => m.Id == request.Id && m.State == MessageState.ToDo, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var outgoing = (await loader.LoadAsync([request.Id], cancellationToken))[0];
        var answer = (await gate.AskAsync([outgoing], SendStep.Send, cancellationToken))[0];
        var tries = await context.Calls.AsNoTracking().Where(c => c.MessageId == request.Id).OrderBy(c => c.At).ToListAsync(cancellationToken);
        if (answer.May && answer.To!.IsConfidential && !actor.May(MessagingPermissions.ReachHidden))
        {
            return new CallView(outgoing.Message, null, null, [OpenCall.HiddenContact], tries);
        }

        if (answer.May && outgoing.Version is not null)
        {
            return new CallView(outgoing.Message, answer.To, words.Of(outgoing).Body, [], tries);
        }

        IReadOnlyList<string> held = answer.May ? [outgoing.NoVersion ?? "no_approved_words"] : answer.Held;
        var reason = ReasonWords.Joined(held);
        await context.Messages.Where(m => m.Id == request.Id && m.State == MessageState.ToDo)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Held).SetProperty(m => m.Reason, reason), cancellationToken);
        return new CallView(outgoing.Message, null, null, held, tries);
    }
}
