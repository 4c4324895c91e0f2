using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.KeepFacts;

/// <summary>What we were told about a child, by whom and when: read it before anybody is asked.</summary>
internal sealed record SeeFacts(Guid RecordId) : IQuery<FactsPage>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

/// <param name="Persons">Of the family, who can tell us something.</param>
internal sealed record FactsPage(string Reference, IReadOnlyList<FactRow> Rows, IReadOnlyList<(Guid PersonId, string Name)> Persons, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="Source">Who said it, in words.</param>
/// <param name="IsHeld">It is not older than a year.</param>
internal sealed record FactRow(FactTopic Topic, string Words, string Source, DateOnly ToldOn, bool MayBeReused, bool IsHeld);

internal sealed class SeeFactsHandler(EhcpDbContext context, RecordReader reader, Recipients recipients, IPeople people, TimeProvider clock) : IRequestHandler<SeeFacts, Outcome<FactsPage>>
{
    private const int Most = 200;

    public async Task<Outcome<FactsPage>> Handle(SeeFacts request, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { Child: { } child } read)
        {
            return Outcome.NotFound;
        }

        var facts = await context.Facts.AsNoTracking().Where(fact => fact.RecordId == request.RecordId)
            .OrderBy(fact => fact.Topic).ThenByDescending(fact => fact.ToldOn).ThenBy(fact => fact.Id).Take(Most).ToListAsync(cancellationToken);
        var persons = await recipients.OfAsync("everybody", read.Record, child, cancellationToken);
        List<Guid> shown = [.. persons.Concat(facts.Select(fact => fact.PersonId).OfType<Guid>()).Append(child.Id).Distinct()];
        var names = await people.NamesAsync(shown, cancellationToken);
        var held = FamilyFact.IsHeldOn(clock.Today()).Compile();
        return new FactsPage(
            read.Record.Reference,
            [.. facts.Select(fact => new FactRow(fact.Topic, fact.Words, fact.PersonId is { } teller ? NameOf(teller) : EhcpWords.Of(fact.Source), fact.ToldOn, fact.AgreedAt is not null, held(fact)))],
            [.. persons.Select(person => (person, NameOf(person)))],
            shown);

        string NameOf(Guid person) => names.TryGetValue(person, out var name) ? name.Full : "Not known";
    }
}
