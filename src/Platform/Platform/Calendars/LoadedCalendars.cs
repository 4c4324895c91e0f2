using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Notices;

namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>
/// The calendars as they are stored, in this host's memory; every host hears of a change within moments. Inject <see cref="WorkingDays"/> or
/// <see cref="SchoolTerms"/>; a singleton takes this and asks it each time.
/// </summary>
public sealed class LoadedCalendars : INoticeHandler
{
    /// <summary>The notice that a calendar changed; a cached page that prints a date counted by one carries it as a tag.</summary>
    public const string NoticeTag = "calendars";

    private readonly Databases databases;
    private readonly Lock loading = new();
    private Loaded? loaded;

    internal LoadedCalendars(Databases databases) => this.databases = databases;

    /// <summary>The first call in a host waits for the database.</summary>
    public WorkingDays WorkingDays => (Volatile.Read(ref loaded) ?? Load(again: false)).WorkingDays;

    /// <inheritdoc cref="WorkingDays"/>
    public SchoolTerms SchoolTerms => (Volatile.Read(ref loaded) ?? Load(again: false)).SchoolTerms;

    string INoticeHandler.TagPrefix => NoticeTag;

    Task INoticeHandler.OnNoticeAsync(string tag, CancellationToken cancellationToken)
    {
        Load(again: true);
        return Task.CompletedTask;
    }

    Task INoticeHandler.OnMissedAsync(CancellationToken cancellationToken)
    {
        Forget();
        return Task.CompletedTask;
    }

    /// <summary>The next read loads again: for a change made by this host, which may not listen.</summary>
    internal void Forget()
    {
        lock (loading)
        {
            Volatile.Write(ref loaded, null);
        }
    }

    /// <summary>One load at a time, so that an older one cannot end after a newer one and win.</summary>
    private Loaded Load(bool again)
    {
        lock (loading)
        {
            if (again || loaded is null)
            {
                // The public login may read it all, whoever asks; and who asks may be in a transaction of another.
                using var apart = OneTransaction.Apart();
                using var connection = databases.For(DatabaseLogin.Public).OpenConnection();
                using var command = connection.CreateCommand();
                command.CommandText = "select date, name from platform.bank_holidays";
                List<BankHoliday> holidays = [];
                using (var reader = command.ExecuteReader())
                {
                    while (reader.Read())
                    {
                        holidays.Add(new BankHoliday(reader.GetFieldValue<DateOnly>(0), reader.GetString(1)));
                    }
                }

                command.CommandText = "select school_year, number, first_day, last_day, note from platform.school_terms";
                List<SchoolTerm> terms = [];
                using (var reader = command.ExecuteReader())
                {
                    while (reader.Read())
                    {
                        terms.Add(new SchoolTerm(
                            reader.GetInt32(0),
                            reader.GetInt32(1),
                            reader.GetFieldValue<DateOnly>(2),
                            reader.GetFieldValue<DateOnly>(3),
                            reader.IsDBNull(4) ? null : reader.GetString(4)));
                    }
                }

                Volatile.Write(ref loaded, new Loaded(new WorkingDays(holidays), new SchoolTerms(terms)));
            }

            return loaded!;
        }
    }

    private sealed record Loaded(WorkingDays WorkingDays, SchoolTerms SchoolTerms);
}
