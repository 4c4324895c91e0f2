using System.Globalization;
using System.Linq.Expressions;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Stored.</summary>
internal enum TouchpointState
{
    /// <summary>Its day has not come.</summary>
    Planned,

    /// <summary>An officer has to release it, or to do it.</summary>
    Waiting,

    /// <summary>Handed over to Messaging; nobody knows yet whether it arrived.</summary>
    Asked,

    /// <summary>Delivered, confirmed by the person, or the right person was spoken to. Only this counts as told.</summary>
    Made,

    /// <summary>It did not arrive by any channel: an officer tells it another way.</summary>
    NotMade,

    /// <summary>There was no reason any more.</summary>
    Cancelled,
}

/// <summary>One touchpoint for one person: each person's ledger is theirs.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Touchpoint
{
    public const int MaximumWords = 600;
    public const int MaximumReason = 500;

    private const string KeyPrefix = "ehcp.touchpoint ";

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required string Code { get; init; }

    /// <summary>Which of this person's touchpoints of this code: the id of an event or a question, or a limit with its day. It happens once for each.</summary>
    public required string Occasion { get; init; }

    /// <summary>The event that started it; null when a day or a question did.</summary>
    public Guid? EventId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>As the catalogue said when it was started. News that nobody heard becomes a task.</summary>
    public required TouchpointMode Mode { get; init; }

    public required DateOnly DueOn { get; init; }

    public required TouchpointState State { get; set; }

    /// <summary>Whether it ends a silence: a person stands behind it, or it names who acts next and a day to come.</summary>
    public bool IsUseful { get; set; }

    /// <summary>What left, or what was talked about. An officer may have written a part of it.</summary>
    [FieldClass(FieldClass.Special)]
    public string? Words { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>When a death stopped it; null again when the death was taken back and it with it.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>When the officer spoke to this person about it, or tried to.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>"I've got this": the person has read it on their own page.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The account of whoever released or did it; null when it left by itself.</summary>
    public string? DoneBy { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? NotNeededBecause { get; set; }

    /// <summary>An officer releases it, as a decision, a draft or a notice of delay: the family reads it where it reads documents, not with its status.</summary>
    public bool IsDocument => Mode == TouchpointMode.Prepared;

    /// <summary>Nothing of it has left: it can still fall away.</summary>
    public static readonly Expression<Func<Touchpoint, bool>> HasNotLeft = one => one.State == TouchpointState.Planned || one.State == TouchpointState.Waiting;

    /// <summary>Nothing of it has left, or what left came back.</summary>
    public static readonly Expression<Func<Touchpoint, bool>> HasNotArrived =
        one => one.State == TouchpointState.Planned || one.State == TouchpointState.Waiting || one.State == TouchpointState.NotMade;

    /// <summary>News that leaves without an officer: that nothing has changed yet.</summary>
    public static readonly Expression<Func<Touchpoint, bool>> IsNewsByItself =
        one => (one.Code == TouchpointKind.News || one.Code == TouchpointKind.LateNews) && one.Mode == TouchpointMode.Automatic;

    public static readonly Expression<Func<Touchpoint, bool>> IsNoNewsByItself = Expression.Lambda<Func<Touchpoint, bool>>(Expression.Not(IsNewsByItself.Body), IsNewsByItself.Parameters);

    /// <summary>It rests on an event that was not so, or on an appointment that was called off.</summary>
    public static Expression<Func<Touchpoint, bool>> IsTakenBack(EhcpDbContext context) => one => one.State == TouchpointState.Cancelled
        || context.Events.Any(cause => cause.Id == one.EventId && cause.WithdrawnAt != null)
        || context.Appointments.Any(appointment => appointment.CalledOffAt != null && appointment.RecordId == one.RecordId && one.Occasion == appointment.Id.ToString());

    /// <summary>The same for ever, so that Messaging sends it once.</summary>
    public string OccurrenceKey => $"{KeyPrefix}{Id}";

    /// <summary>What came back is released again at this moment: another message, about the same touchpoint.</summary>
    public string KeyOfAnother(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{OccurrenceKey} {at:yyyyMMddHHmmssfff}");

    /// <returns>Null when the message is not about a touchpoint.</returns>
    public static Guid? IdIn(string occurrenceKey) =>
        occurrenceKey.StartsWith(KeyPrefix, StringComparison.Ordinal) && Guid.TryParse(occurrenceKey[KeyPrefix.Length..].Split(' ')[0], out var id) ? id : null;

    public static void Map(EntityTypeBuilder<Touchpoint> touchpoint)
    {
        touchpoint.ToTable("touchpoints");
        touchpoint.Property(t => t.Id).ValueGeneratedNever();
        touchpoint.Ignore(t => t.OccurrenceKey);
        touchpoint.Property(t => t.Code).HasMaxLength(TouchpointKind.LongestCode);
        touchpoint.Property(t => t.Occasion).HasMaxLength(80);
        touchpoint.Property(t => t.DoneBy).HasMaxLength(100);
        touchpoint.HasOne<EhcRecord>().WithMany().HasForeignKey(t => t.RecordId).OnDelete(DeleteBehavior.Restrict);
        touchpoint.HasOne<TouchpointKind>().WithMany().HasForeignKey(t => t.Code).OnDelete(DeleteBehavior.Restrict);

        // The promise: each once, whatever dies when.
        touchpoint.HasIndex(t => new { t.RecordId, t.Code, t.Occasion, t.PersonId }).IsUnique();
        touchpoint.HasIndex(t => new { t.PersonId, t.RecordId });
        touchpoint.HasIndex(t => t.DueOn).HasFilter("state in ('waiting', 'not_made')");
    }
}
