using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

/// <summary>One entry, for the officer who keeps it. Everybody who stands on it is written down as seen.</summary>
internal sealed record ViewEntry(Guid Id) : IQuery<ViewedEntry>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Read;

    public AuditEvent Event => RegisterAudit.Viewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => Id;

    string? IReadsPeople.Purpose => PublicTask.KeepTheRegister.Words;
}

/// <param name="Contact">What the applicant typed; null when it waits for no check: then it is on their record in People.</param>
/// <param name="Alike">Records in People that may be the same child; a person decides.</param>
/// <param name="Standing">The entry that stands for this child already; null when there is none.</param>
internal sealed record ViewedEntry(
    RegisterEntry Entry, string Child, DateOnly? BornOn, string Applicant, string? Contact, IReadOnlyList<Guid> Alike, RegisterEntry? Standing,
    IReadOnlyDictionary<ConsentPurpose, ConsentAnswer> Answers, IReadOnlyList<ConsentEvent> History, IReadOnlyDictionary<Guid, string> Givers, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    /// <summary>Who may say yes or no today.</summary>
    public required IReadOnlyList<Guid> Speakers { get; init; }

    public required CodeLists Codes { get; init; }

    /// <summary>What another form of this child says otherwise, and which; a person looks at it.</summary>
    public required IReadOnlyList<(RegisterEntry Other, IReadOnlyList<DifferentAnswer> Answers)> Different { get; init; }

    /// <summary>What they can be asked.</summary>
    public required IReadOnlyList<AskedUse> Uses { get; init; }
}

internal sealed class ViewEntryHandler(RegisterReader reader, RegisterViewers viewers, Wordings wordings, Codes codes, IPeople people, INewPeople newPeople, IContactPoints points, Actor actor) : IRequestHandler<ViewEntry, Outcome<ViewedEntry>>
{
    public async Task<Outcome<ViewedEntry>> Handle(ViewEntry request, CancellationToken cancellationToken)
    {
        if (await reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        var history = await reader.HistoryAsync(entry.Id, cancellationToken);
        var speakers = await viewers.SpeakersAsync(entry.ChildId, cancellationToken);
        List<Guid> shown = [.. new[] { entry.ChildId, entry.ApplicantId }.Concat(history.Select(said => said.GiverId)).Concat(speakers).Distinct()];
        var names = await people.NamesAsync(shown, cancellationToken);
        var child = (await people.FindAsync([entry.ChildId], cancellationToken)).GetValueOrDefault(entry.ChildId);
        var records = await people.RecordsOfAsync(entry.ChildId, cancellationToken);
        var standing = await reader.For(PublicTask.KeepTheRegister).AsNoTracking().FirstOrDefaultAsync(
            other => other.Id != entry.Id && records.Contains(other.ChildId) && (other.State == EntryState.Live || other.State == EntryState.Lapsed), cancellationToken);
        var lists = await codes.ReadAsync(cancellationToken);
        return new ViewedEntry(
            entry, NameOf(entry.ChildId), child?.BornOn, NameOf(entry.ApplicantId),
            entry.ContactPointId is { } point && actor.May(RegisterPermissions.Keep) ? await points.TypedAsync(point, cancellationToken) : null,
            entry.State == EntryState.Received ? await newPeople.AlikeAsync(entry.ChildId, cancellationToken) : [],
            standing,
            await reader.AnswersAsync(entry, cancellationToken), history, shown.ToDictionary(id => id, NameOf), shown)
        {
            Speakers = speakers,
            Codes = lists,
            Uses = [.. (await wordings.EveryAsync(cancellationToken)).Select(use => use.On(entry))],
            Different = await DifferentAsync(entry, standing, lists, cancellationToken),
        };

        string NameOf(Guid id) => names.TryGetValue(id, out var name) ? name.Full : "Not known";
    }

    /// <summary>Before two forms are put together the one that waits is looked at beside the one that stands; afterwards those that went into this one.</summary>
    private async Task<IReadOnlyList<(RegisterEntry Other, IReadOnlyList<DifferentAnswer> Answers)>> DifferentAsync(
        RegisterEntry entry, RegisterEntry? standing, CodeLists lists, CancellationToken cancellationToken)
    {
        var others = entry.State == EntryState.Received && standing is not null
            ? [standing]
            : await reader.For(PublicTask.KeepTheRegister).AsNoTracking().Where(other => other.StandsInId == entry.Id && other.ErasedOn == null).OrderBy(other => other.Reference).ToListAsync(cancellationToken);
        return [.. others.Select(other => (other, TwoForms.Different(entry, other, lists))).Where(one => one.Item2.Count > 0)];
    }
}
