using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.References;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>A wish to join, however it came: people are known by id, answers are checked.</summary>
internal sealed record Application(
    Guid ChildId, Guid ApplicantId, GiverCapacity Capacity, EntrySource Source, string Area, IReadOnlyList<Difficulty> Difficulties, string School, SchoolHelp Help,
    string Wanted, Guid? ContactPointId, IReadOnlyList<(AskedUse Use, ConsentDecision Decision)> Choices)
{
    public CodedFacts Coded { get; init; } = CodedFacts.None;

    /// <summary>Of the home; only its first part and its index are kept.</summary>
    public string Postcode { get; init; } = "";

    public override string ToString() => nameof(Application);
}

/// <summary>Makes the entry and what was said on it; the same record from the web, from paper, by phone and at a hub.</summary>
internal sealed class Applications(RegisterDbContext context, RegisterReader reader, PostcodeIndexes postcodes, WorkingDays workingDays, AuditTrail audit, Actor actor, TimeProvider clock)
{
    private const int DaysToAcknowledge = 2;
    public const int DaysToLive = 10;

    public async Task<RegisterEntry> AddAsync(Application application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(application);
        var now = clock.GetUtcNow();
        var today = clock.Today();
        var entry = new RegisterEntry
        {
            Id = Guid.CreateVersion7(now),
            Reference = await FreeReferenceAsync(cancellationToken),
            ChildId = application.ChildId,
            ApplicantId = application.ApplicantId,
            Capacity = application.Capacity,
            State = EntryState.Received,
            Source = application.Source,
            Area = application.Area,
            Difficulties = string.Join(';', application.Difficulties.Distinct()),
            School = application.School.Trim(),
            Help = application.Help,
            Wanted = application.Wanted.Trim(),
            ContactPointId = application.ContactPointId,
            ReceivedAt = now,
            AcknowledgeBy = workingDays.Add(today, DaysToAcknowledge),
            LiveBy = workingDays.Add(today, DaysToLive),
            PostcodeIndex = postcodes.Of(application.Postcode),
        };
        entry.Say(application.Coded);
        context.Add(entry);
        foreach (var (use, decision) in application.Choices)
        {
            context.Add(EventOf(entry, use, decision, application.ApplicantId, application.Capacity, ChannelOf(application.Source)));
        }

        audit.Record(
            context, RegisterAudit.Received, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()],
            changes: [.. application.Choices.Select(choice => new AuditChange(choice.Use.Purpose.Slug, null, ReceiptLine.Of(choice.Decision)))]);
        await context.SaveChangesAsync(cancellationToken);
        return entry;
    }

    /// <summary>An entry of the old register: unconfirmed, with nothing said on it. The caller writes it down and saves.</summary>
    public async Task<RegisterEntry> TakeOverAsync(
        Guid childId, Guid applicantId, GiverCapacity capacity, string area, IReadOnlyList<Difficulty> difficulties, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = new RegisterEntry
        {
            Id = Guid.CreateVersion7(now),
            Reference = await FreeReferenceAsync(cancellationToken),
            ChildId = childId,
            ApplicantId = applicantId,
            Capacity = capacity,
            State = EntryState.Unconfirmed,
            Source = EntrySource.OldRegister,
            Area = area,
            Difficulties = string.Join(';', difficulties),
            School = "",
            Help = SchoolHelp.NotSaid,
            Wanted = "",
            ReceivedAt = now,
            AcknowledgeBy = clock.Today(),
            LiveBy = clock.Today(),
        };
        context.Add(entry);
        return entry;
    }

    /// <summary>What somebody says now; the caller adds and saves it.</summary>
    public ConsentEvent EventOf(RegisterEntry entry, AskedUse use, ConsentDecision decision, Guid giverId, GiverCapacity capacity, ConsentChannel channel)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(use);
        var now = clock.GetUtcNow();
        return new ConsentEvent
        {
            Id = Guid.CreateVersion7(now),
            EntryId = entry.Id,
            Purpose = use.Purpose.Slug,
            Recipient = use.Purpose.Recipient.Slug,
            Decision = decision,
            GiverId = giverId,
            Capacity = capacity,
            Channel = channel,
            RecipientName = use.RecipientName,
            SchoolKey = use.On(entry).SchoolKey,
            WordingId = use.WordingId,
            At = now,
            RecordedBy = actor.Id,
        };
    }

    public static ConsentChannel ChannelOf(EntrySource source) => source switch
    {
        EntrySource.Web => ConsentChannel.Web,
        EntrySource.Paper => ConsentChannel.Paper,
        EntrySource.Phone => ConsentChannel.Phone,
        _ => ConsentChannel.FaceToFace,
    };

    private async Task<string> FreeReferenceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var reference = References.New(RegisterEntry.ReferencePrefix);
            if (!await reader.For(PublicTask.KeepTheRegister).AnyAsync(entry => entry.Reference == reference, cancellationToken))
            {
                return reference;
            }
        }
    }
}
