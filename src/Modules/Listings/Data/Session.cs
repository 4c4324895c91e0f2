using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>When a service is on, as data. What the fields mean stands at <see cref="SessionRule"/>.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid ServiceId { get; init; }

    /// <summary>At which of its places, when it has several.</summary>
    public Guid? PlaceId { get; set; }

    /// <summary>Place in the list, from 0.</summary>
    public short Position { get; set; }

    public required DayOfWeek Day { get; set; }

    public required TimeOnly Starts { get; set; }

    public TimeOnly? Ends { get; set; }

    public Rhythm Rhythm { get; set; }

    public short? WeekOfMonth { get; set; }

    public RunsIn Runs { get; set; } = RunsIn.NotKnown;

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public bool OnBankHolidays { get; set; }

    public bool OnInsetDays { get; set; }

    public string? Note { get; set; }

    public List<SessionChange> Changes { get; } = [];

    public static Session From(Guid serviceId, SessionRule rule, int position, Guid? placeId = null)
    {
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            ServiceId = serviceId,
            PlaceId = placeId,
            Position = (short)position,
            Day = rule.Day,
            Starts = rule.Starts,
            Ends = rule.Ends,
            Rhythm = rule.Rhythm,
            WeekOfMonth = rule.WeekOfMonth,
            Runs = rule.Runs,
            ValidFrom = rule.ValidFrom,
            ValidUntil = rule.ValidUntil,
            OnBankHolidays = rule.OnBankHolidays,
            OnInsetDays = rule.OnInsetDays,
            Note = rule.Note,
        };
        session.Changes.AddRange(rule.Changes.Select(change => new SessionChange
        {
            SessionId = session.Id,
            Date = change.Date,
            Runs = change.Runs,
            Starts = change.Starts,
            Ends = change.Ends,
            Note = change.Note,
        }));
        return session;
    }

    public SessionRule ToRule() => new(Day, Starts, Ends, Rhythm, WeekOfMonth, Runs, ValidFrom, ValidUntil, OnBankHolidays, OnInsetDays, Note)
    {
        Changes = [.. Changes.OrderBy(change => change.Date).Select(change => new SessionChangeRule(change.Date, change.Runs, change.Starts, change.Ends, change.Note))],
    };
}

/// <summary>A date on which a session is not as usual.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class SessionChange
{
    public required Guid SessionId { get; init; }

    public required DateOnly Date { get; init; }

    public required bool Runs { get; set; }

    public TimeOnly? Starts { get; set; }

    public TimeOnly? Ends { get; set; }

    public string? Note { get; set; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SessionChange>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions", table =>
        {
            table.HasCheckConstraint("ck_sessions_times", "ends > starts");
            table.HasCheckConstraint("ck_sessions_valid", "valid_until >= valid_from");
            table.HasCheckConstraint("ck_sessions_week", "(rhythm = 'monthly') = (week_of_month is not null) and (week_of_month = -1 or week_of_month between 1 and 5)");
        });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Note).HasMaxLength(Limits.Name);
        builder.HasIndex(s => s.ServiceId);
        builder.HasOne<Service>().WithMany(s => s.Sessions).HasForeignKey(s => s.ServiceId);
        builder.HasOne<Place>().WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<SessionChange> builder)
    {
        builder.ToTable("SessionChanges", table => table.HasCheckConstraint("ck_session_changes_times", "ends > starts"));
        builder.HasKey(c => new { c.SessionId, c.Date });
        builder.Property(c => c.Note).HasMaxLength(Limits.Name);
        builder.HasOne<Session>().WithMany(s => s.Changes).HasForeignKey(c => c.SessionId);
    }
}
