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

/// <param name="Decides">The word of whoever looks decides: a yes, and the end of the entry.</param>
/// <param name="IsAsked">The yearly check is due: is it still right?</param>
internal sealed record OwnEntry(
    Guid Id, string Reference, string Name, EntryState State, DateOnly ReceivedOn, string Area, IReadOnlyList<Difficulty> Difficulties, string School, SchoolHelp Help, string Wanted,
    DateOnly? ConfirmedOn, bool Decides, bool IsAsked, IReadOnlyList<OwnUse> Uses, IReadOnlyList<GivenTo> Given)
{
    /// <summary>The same in coded words: where the child learns, what help is used and wanted.</summary>
    public required IReadOnlyList<(string What, string Said)> Coded { get; init; }

    public bool Stands => State is EntryState.Received or EntryState.Live or EntryState.Lapsed;
}

/// <param name="Answer">Where it stands for the child.</param>
/// <param name="OwnWord">What whoever looks said last.</param>
/// <param name="Decides">Their word counts for the child.</param>
internal sealed record OwnUse(AskedUse Asked, ConsentAnswer Answer, ConsentAnswer OwnWord, bool Decides)
{
    /// <summary>A no would change something: for the child, or for what goes to whoever looks. One's own yes can always be taken back.</summary>
    public bool MayStop => OwnWord is ConsentAnswer.Yes or ConsentAnswer.OtherRecipient || (Decides && Answer is not (ConsentAnswer.No or ConsentAnswer.NotAsked));

    /// <summary>Their yes would be a new one.</summary>
    public bool MayAgree => Decides && Asked.IsAsked && OwnWord != ConsentAnswer.Yes;

    /// <summary>Without a name of a recipient nobody is asked; whoever said yes before can take it back.</summary>
    public bool IsShown => Asked.IsAsked || MayStop;
}

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
        var uses = await wordings.EveryAsync(cancellationToken);
        var lists = await codes.ReadAsync(cancellationToken);
        List<OwnEntry> entries = [];
        var rows = await reader.For(PublicTask.OwnEntry).AsNoTracking().Where(entry => seen.Contains(entry.Id)).OrderByDescending(entry => entry.ReceivedAt).ToListAsync(cancellationToken);
        var names = await people.NamesAsync([.. rows.Select(entry => entry.ChildId)], cancellationToken);
        foreach (var entry in rows)
        {
            var answers = await reader.AnswersAsync(entry, cancellationToken);
            var ownWords = await reader.OwnWordsAsync(entry, person, cancellationToken);
            var decides = await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is { } capacity && await viewers.DecidesAsync(capacity, entry.ChildId, cancellationToken);
            entries.Add(new OwnEntry(
                entry.Id, entry.Reference, names.TryGetValue(entry.ChildId, out var name) ? name.Given : "", entry.State, UkTime.DateIn(entry.ReceivedAt), entry.Area,
                entry.DifficultiesRead(), entry.School, entry.Help, entry.Wanted, entry.ConfirmedOn, decides, YearlyCheck.IsDue(entry, clock.Today()),
                [.. uses.Select(use => new OwnUse(use.On(entry), answers[use.Purpose], ownWords[use.Purpose], decides)).Where(use => use.IsShown)], await shares.ShownAsync(entry.Id, cancellationToken))
            {
                Coded = RegisterWords.Of(entry.Coded(), lists),
            });
        }

        return new OwnEntries(entries, [.. rows.Select(entry => entry.ChildId).Distinct()]);
    }
}
