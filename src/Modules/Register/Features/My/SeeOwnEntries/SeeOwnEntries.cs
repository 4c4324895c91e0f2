using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Register.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.SeeOwnEntries;

/// <summary>What we hold on the register about a family, and what they said yes to.</summary>
internal sealed record SeeOwnEntries : IQuery<OwnEntries>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Own;

    public AuditEvent Event => RegisterAudit.OwnViewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => PublicTask.OwnEntry.Words;
}

internal sealed record OwnEntries(IReadOnlyList<OwnEntry> Entries, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="MaySayYes">A yes of whoever looks would count.</param>
/// <param name="IsAsked">The yearly check is due: is it still right?</param>
internal sealed record OwnEntry(
    Guid Id, string Reference, string Name, EntryState State, DateOnly ReceivedOn, string Area, IReadOnlyList<Difficulty> Difficulties, string School, SchoolHelp Help, string Wanted,
    DateOnly? ConfirmedOn, bool MaySayYes, bool IsAsked, IReadOnlyList<OwnUse> Uses, IReadOnlyList<GivenTo> Given)
{
    /// <summary>The same in coded words: where the child learns, what help is used and wanted.</summary>
    public required IReadOnlyList<(string What, string Said)> Coded { get; init; }

    public bool Stands => State is EntryState.Received or EntryState.Live or EntryState.Lapsed;
}

internal sealed record OwnUse(AskedUse Asked, ConsentAnswer Answer);

internal sealed class SeeOwnEntriesHandler(
    RegisterReader reader, RegisterViewers viewers, SharesOfEntries shares, Wordings wordings, Codes codes, IPeople people, Actor actor, TimeProvider clock)
    : IRequestHandler<SeeOwnEntries, Outcome<OwnEntries>>
{
    public async Task<Outcome<OwnEntries>> Handle(SeeOwnEntries request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var seen = await viewers.EntriesForAsync(person, cancellationToken);
        var asked = await wordings.AskedAsync(cancellationToken);
        var lists = await codes.ReadAsync(cancellationToken);
        List<OwnEntry> entries = [];
        var rows = await reader.For(PublicTask.OwnEntry).AsNoTracking().Where(entry => seen.Contains(entry.Id)).OrderByDescending(entry => entry.ReceivedAt).ToListAsync(cancellationToken);
        var names = await people.NamesAsync([.. rows.Select(entry => entry.ChildId)], cancellationToken);
        foreach (var entry in rows)
        {
            var answers = await reader.AnswersAsync(entry, cancellationToken);
            var maySayYes = await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is { } capacity && await viewers.MaySayYesAsync(capacity, entry.ChildId, cancellationToken);
            entries.Add(new OwnEntry(
                entry.Id, entry.Reference, names.TryGetValue(entry.ChildId, out var name) ? name.Given : "", entry.State, UkTime.DateIn(entry.ReceivedAt), entry.Area,
                entry.DifficultiesRead(), entry.School, entry.Help, entry.Wanted, entry.ConfirmedOn, maySayYes, YearlyCheck.IsDue(entry, clock.Today()),
                [.. asked.Select(use => new OwnUse(use, answers[use.Purpose]))], await shares.ShownAsync(entry.Id, cancellationToken))
            {
                Coded = RegisterWords.Of(entry.Coded(), lists),
            });
        }

        return new OwnEntries(entries, [.. rows.Select(entry => entry.ChildId).Distinct()]);
    }
}
