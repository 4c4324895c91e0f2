using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordCall;

/// <summary>Whom an officer may call about a record, and the calls before this one.</summary>
internal sealed record SeeCall(Guid RecordId) : IQuery<CallView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

internal sealed record CallView(string Reference, IReadOnlyList<(Guid PersonId, string Name)> Persons, IReadOnlyList<CallRow> Before, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed record CallRow(string Name, DateTimeOffset At, CallOutcome Outcome);

internal sealed class SeeCallHandler(EhcpDbContext context, RecordReader reader, Recipients recipients, IPeople people) : IRequestHandler<SeeCall, Outcome<CallView>>
{
    private const int Most = 20;

    public async Task<Outcome<CallView>> Handle(SeeCall request, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { Child: { } child } read)
        {
            return Outcome.NotFound;
        }

        var persons = await recipients.OfAsync("everybody", read.Record, child, cancellationToken);
        var before = await context.Calls.AsNoTracking().Where(call => call.RecordId == request.RecordId).OrderByDescending(call => call.CalledAt).ThenBy(call => call.Id).Take(Most).ToListAsync(cancellationToken);
        List<Guid> shown = [.. persons.Concat(before.Select(call => call.PersonId)).Distinct()];
        var names = await people.NamesAsync(shown, cancellationToken);
        return new CallView(
            read.Record.Reference, [.. persons.Select(person => (person, NameOf(person)))], [.. before.Select(call => new CallRow(NameOf(call.PersonId), call.CalledAt, call.Outcome))], shown);

        string NameOf(Guid person) => names.TryGetValue(person, out var name) ? name.Full : "Not known";
    }
}
