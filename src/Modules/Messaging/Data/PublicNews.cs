using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Messaging.Data;

internal enum NewsTopic
{
    ThingsToDo,
    EhcPlans,
    ShortBreaks,
    HaveYourSay,
}

/// <summary>Somebody of the public who wants news about a topic. They are nobody whom we know: the row goes when they stop.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Subscription
{
    public required Guid Id { get; init; }

    public required NewsTopic Topic { get; init; }

    [FieldClass(FieldClass.Personal)]
    public required string Mailbox { get; init; }

    public required byte[] MailboxIndex { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null until the link in the first e-mail was used; such a row goes after two days.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Of the link that stops it, which stands in every e-mail.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? StopToken { get; set; }

    public static void Map(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("subscriptions");
        subscription.Property(s => s.Id).ValueGeneratedNever();
        subscription.HasIndex(s => new { s.MailboxIndex, s.Topic }).IsUnique();
        subscription.HasIndex(s => s.Topic);
    }
}

internal enum CalendarKind
{
    Newsletter,
    Consultation,
}

/// <summary>Something that the partnership plans to send or to ask, so that families are not asked by three bodies in one week.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class CalendarEntry
{
    public const int LongestTitle = 120;

    public required Guid Id { get; init; }

    public required CalendarKind Kind { get; init; }

    public required string Title { get; set; }

    /// <summary>Which body of the partnership.</summary>
    public required string Sender { get; set; }

    public required NewsTopic Audience { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly To { get; set; }

    /// <summary>What subscribers read, when it is sent from here.</summary>
    public string? Words { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int SentTo { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public required Guid? AddedBy { get; init; }

    public static void Map(EntityTypeBuilder<CalendarEntry> entry)
    {
        entry.ToTable("calendar_entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Title).HasMaxLength(LongestTitle);
        entry.Property(e => e.Sender).HasMaxLength(LongestTitle);
        entry.Property(e => e.Words).HasMaxLength(TemplateVersion.LongestBody);
        entry.HasIndex(e => e.From);
    }
}
