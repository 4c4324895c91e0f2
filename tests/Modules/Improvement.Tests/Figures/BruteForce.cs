using System.Data.Common;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medway.LocalOffer.Improvement.Tests.Figures;

/// <summary>Each live number counted once more, from the rows themselves and in another way: in SQL, or day by day.</summary>
internal static class BruteForce
{
    private const string Events = "with e as (select * from ehcp.events where withdrawn_at is null), r as (select * from ehcp.records) ";

    private const string Meetings = Events + """
        , m as (select record_id, happened_on d, lead(happened_on) over (partition by record_id order by happened_on) n from e where kind = 'review_meeting_held')
        , k as (select m.*, x.kind, x.happened_on dd from m left join lateral (
            select kind, happened_on from e where e.record_id = m.record_id and happened_on > m.d and (m.n is null or happened_on < m.n)
                and kind in ('review_decided_to_keep', 'amendment_served', 'decided_to_cease') order by happened_on limit 1) x on true)
        """;

    private const string LastKinds = "('decided_to_cease', 'decided_not_to_assess', 'decided_not_to_issue')";
    private const string Told = "(settled_at at time zone 'Europe/London')::date";

    /// <summary>Numerator, and denominator or null, by the code of the feed.</summary>
    public static readonly IReadOnlyDictionary<string, string> Sql = new Dictionary<string, string>
    {
        ["ehcp.within-20-weeks"] = Final(""),
        ["ehcp.within-20-weeks-without-exceptions"] = Final("where not exists (select from e x where x.record_id = r.id and x.kind = 'exception_claimed' and x.limit_code = 'T09')"),
        ["ehcp.decided-within-6-weeks"] = SixWeeks("('decided_to_assess', 'decided_not_to_assess')"),
        ["ehcp.heard-within-6-weeks"] = SixWeeks("('heard_at_panel')"),
        ["ehcp.psychologist-within-12-weeks"] = Events + """
            , d as (select record_id, min(happened_on) d from e where kind = 'decided_to_assess' group by record_id)
            select count(*) filter (where exists (select from e x where x.record_id = d.record_id and x.kind = 'advice_received' and x.adviser = 'educational_psychologist' and x.happened_on <= d.d + 84)), count(*)
            from d where d.d + 84 between @from and @until
                and exists (select from e x where x.record_id = d.record_id and x.kind = 'advice_requested' and x.adviser = 'educational_psychologist')
            """,
        ["ehcp.review-decided-within-4-weeks"] = Meetings + "select count(*) filter (where dd <= d + 28), count(*) from k where d + 28 between @from and @until",
        ["ehcp.review-final-within-12-weeks"] = Meetings + """
            select count(*) filter (where exists (select from e where e.record_id = k.record_id and kind = 'amended_final_sent' and happened_on > k.d and (k.n is null or happened_on < k.n) and happened_on <= k.d + 84)), count(*)
            from k where kind = 'amendment_served' and d + 84 between @from and @until
            """,
        ["ehcp.plans-maintained"] = Events + $"select count(*), null::bigint from r where exists (select from e where record_id = r.id and kind = 'final_sent' and happened_on <= @until) and not {Over}",
        ["ehcp.reviews-overdue"] = Events + $"""
            select count(*), null::bigint from r where not {Over}
                and (select (max(happened_on) + interval '12 months')::date - 1 from e where record_id = r.id and happened_on <= @until and kind in ('final_sent', 'review_decided_to_keep', 'amendment_served')) < @until
            """,
        ["ehcp.asked-by-families"] = "select count(*) filter (where asked_by in ('parent', 'young_person')), count(*) from ehcp.records where received_on between @from and @until",
        ["ehcp.told-in-time"] = $"""
            select count(*) filter (where state = 'made' and {Told} <= due_on), count(*) from ehcp.touchpoints where due_on between @from and @until
                and ((state = 'made' and settled_at is not null) or (state = 'cancelled' and not_needed_because is not null) or (state not in ('made', 'cancelled') and due_on < @today))
            """,
        ["ehcp.answered-in-time"] = "select count(*) filter (where (answered_at at time zone 'Europe/London')::date <= due_on), count(*) from ehcp.questions where due_on between @from and @until",
        ["ehcp.knows-what-happens-next"] = "select count(*) filter (where knows_next = 'yes'), count(*) from ehcp.answers where (answered_at at time zone 'Europe/London')::date between @from and @until",
        ["ehcp.draft-was-good"] = "select count(*) filter (where was_good = 'yes'), count(*) from ehcp.answers where was_good is not null and (answered_at at time zone 'Europe/London')::date between @from and @until",
        ["ehcp.asked-again"] = "select count(*) filter (where was_held), count(*) from ehcp.fact_asks where (asked_at at time zone 'Europe/London')::date between @from and @until",
        ["feedback.dealt-with"] = "select count(*) filter (where state <> 'new'), count(*) from feedback.comments where (at at time zone 'Europe/London')::date between @from and @until",
        ["feedback.complaints"] = "select count(*), null::bigint from feedback.complaints where (at at time zone 'Europe/London')::date between @from and @until",
        ["feedback.communication-complaints"] = """
            select (select count(*) from feedback.complaints c where c.is_about_ehc and c.theme in
                    ('no_reply', 'late', 'wrong_or_confusing', 'not_told_of_change', 'not_told_of_delay', 'format_not_met', 'repeated_story', 'rude', 'shared_wrongly')
                    and (c.at at time zone 'Europe/London')::date between @from and @until),
                (select count(*) from ehcp.records r where r.received_on <= @until
                    and coalesce((select min(e.happened_on) from ehcp.events e where e.record_id = r.id and e.withdrawn_at is null and e.kind in ('decided_to_cease', 'decided_not_to_assess', 'decided_not_to_issue')), 'infinity') >= @until)
            """,
        ["register.confirmed-in-12-months"] = """
            select count(*) filter (where last > (@until - interval '12 months')::date), count(*)
            from (select state, live_on, ended_on, case when confirmed_on <= @until then confirmed_on else live_on end as last from register.entries) e
            where live_on <= @until and (ended_on is null or ended_on > @until) and not (state = 'lapsed' and (last + interval '15 months')::date <= @until)
            """,
        ["register.live"] = """
            select count(*), null::bigint
            from (select state, live_on, ended_on, case when confirmed_on <= @until then confirmed_on else live_on end as last from register.entries) e
            where live_on <= @until and (ended_on is null or ended_on > @until) and not (state = 'lapsed' and (last + interval '15 months')::date <= @until)
            """,
        ["register.acknowledged-in-2-days"] = "select count(*) filter (where acknowledged_on <= acknowledge_by), count(*) from register.entries where acknowledge_by between @from and @until",
        ["register.live-in-10-days"] = """
            select count(*) filter (where live_on <= live_by), count(*) from register.entries
            where live_by between @from and @until and (live_on is not null or ended_on is null or ended_on > live_by)
            """,
        ["improvement.parts-never-moved"] = """
            select count(*) filter (where not exists (select from improvement.due_moves m where m.part_id = p.id and (m.at at time zone 'Europe/London')::date <= @until)), count(*)
            from improvement.parts p join improvement.actions a on a.id = p.action_id join improvement.areas r on r.id = a.area_id join improvement.plans l on l.id = r.plan_id
            where (l.loaded_at at time zone 'Europe/London')::date <= @until
            """,
        ["improvement.audits-good"] = Audits + "select count(*) filter (where grade in ('outstanding', 'good')), count(*) from a where kind <> 'journeys' and d between @from and @until",
        ["improvement.journeys-audited"] = Audits + "select count(*) filter (where kind = 'journeys' and d between @from and @until), null::bigint from a",
        ["improvement.new-plans-audited"] = Audits + """
            , f as (select record_id, min(happened_on) d from ehcp.events where withdrawn_at is null and kind = 'final_sent' group by record_id)
            select count(*) filter (where exists (select from a where a.kind = 'new_plans' and a.unit_id = f.record_id and a.d <= @until)), count(*)
            from f where f.d between date_trunc('year', @until::timestamp)::date and @until
            """,
        ["improvement.reviews-audited"] = Audits + """
            select count(*) filter (where exists (select from a where a.kind = 'reviews' and a.unit_id = f.id and a.d <= @until)), count(*)
            from ehcp.events f where withdrawn_at is null and f.kind = 'review_meeting_held' and f.happened_on between date_trunc('year', @until::timestamp)::date and @until
            """,
    };

    private static string Over =>
        $"coalesce((select kind in {LastKinds} from e where record_id = r.id and happened_on <= @until order by happened_on desc limit 1), false)";

    private static string Audits => """
        with a as (select d.kind, s.grade, i.unit_id, (s.at at time zone 'Europe/London')::date d
            from improvement.audit_results s join improvement.audit_items i on i.id = s.item_id join improvement.audit_draws d on d.id = i.draw_id)
        """ + " ";

    public static async Task<(decimal Numerator, decimal? Denominator)> CountAsync(ImprovementDbContext context, string code, KpiPeriod period, DateOnly today)
    {
        if (code is "ehcp.silence-within-14-days" or "ehcp.reached-in-30-days")
        {
            return await ByDayAsync(context, code, period);
        }

        var row = (await RowsAsync(context, Sql[code], period, today, row => (row.GetInt64(0), row.IsDBNull(1) ? (long?)null : row.GetInt64(1)))).Single();
        return (row.Item1, row.Item2);
    }

    /// <summary>How many are on the register leaves it rounded to five.</summary>
    public static (decimal Numerator, decimal? Denominator) Shown(string code, (decimal Numerator, decimal? Denominator) counted, bool isSuppressed)
    {
        return isSuppressed || code is not ("register.live" or "register.confirmed-in-12-months") ? counted : (Rounded(counted.Numerator), counted.Denominator is { } whole ? Rounded(whole) : null);

        static decimal Rounded(decimal count) => Math.Round(count / 5, MidpointRounding.AwayFromZero) * 5;
    }

    /// <summary>Walks through every day of every record.</summary>
    private static async Task<(decimal, decimal?)> ByDayAsync(ImprovementDbContext context, string code, KpiPeriod period)
    {
        var records = await RowsAsync(
            context, "select id, received_on, (recorded_at at time zone 'Europe/London')::date from ehcp.records", period, period.Until, row => (Id: row.GetGuid(0), Received: row.GetFieldValue<DateOnly>(1), Recorded: row.GetFieldValue<DateOnly>(2)));
        var events = (await RowsAsync(context, "select record_id, happened_on, kind from ehcp.events where withdrawn_at is null order by happened_on", period, period.Until, row => (Id: row.GetGuid(0), On: row.GetFieldValue<DateOnly>(1), Kind: row.GetString(2)))).ToLookup(row => row.Id);
        var told = (await RowsAsync(
            context, $"select record_id, person_id, (created_at at time zone 'Europe/London')::date, case when state = 'made' and is_useful then {Told} end from ehcp.touchpoints", period, period.Until,
            row => (Id: row.GetGuid(0), Person: row.GetGuid(1), Created: row.GetFieldValue<DateOnly>(2), On: row.IsDBNull(3) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(3)))).ToLookup(row => row.Id);
        var (part, whole) = (0, 0);
        foreach (var record in records)
        {
            var persons = told[record.Id].GroupBy(row => row.Person)
                .Select(person => (Since: person.Min(row => row.Created) is var first && first > record.Recorded ? first : DateOnly.MinValue, Days: person.Select(row => row.On).OfType<DateOnly>().ToHashSet())).ToList();
            var waits = Waits(record.Received, [.. events[record.Id].Select(row => (row.On, row.Kind))]);
            if (code == "ehcp.reached-in-30-days")
            {
                if (waits.Exists(wait => wait.From <= period.Until && !(wait.To <= period.Until)))
                {
                    whole++;
                    part += persons.Exists(person => person.Days.Any(day => day > period.Until.AddDays(-30) && day <= period.Until)) ? 1 : 0;
                }

                continue;
            }

            int? longest = null;
            foreach (var (begin, to) in waits)
            {
                var end = to is { } day && day < period.Until ? day : period.Until;
                if (end >= period.From && end.DayNumber - begin.DayNumber >= 14)
                {
                    longest = Math.Max(longest ?? 0, persons.DefaultIfEmpty((DateOnly.MinValue, [])).Max(person => Longest(begin, end, period.From, person.Since, person.Days)));
                }
            }

            whole += longest is null ? 0 : 1;
            part += longest <= 14 ? 1 : 0;
        }

        return (part, whole);
    }

    private static int Longest(DateOnly begin, DateOnly end, DateOnly from, DateOnly since, HashSet<DateOnly> days)
    {
        var (last, longest) = (since > begin ? since : begin, 0);
        for (var day = last.AddDays(1); day <= end; day = day.AddDays(1))
        {
            if (day == end || days.Contains(day))
            {
                longest = day >= from ? Math.Max(longest, day.DayNumber - last.DayNumber) : longest;
                last = day;
            }
        }

        return longest;
    }

    private static List<(DateOnly From, DateOnly? To)> Waits(DateOnly received, List<(DateOnly On, string Kind)> events)
    {
        string[] ends = ["final_sent", "review_decided_to_keep", "amended_final_sent", "decided_not_to_amend", "decided_not_to_assess", "decided_not_to_issue", "decided_to_cease"];
        string[] begins = ["decided_to_assess", "advice_requested", "decided_to_issue", "draft_served", "review_meeting_held", "amendment_served"];
        List<(DateOnly, DateOnly?)> waits = [];
        DateOnly? since = received;
        foreach (var (on, kind) in events)
        {
            if (since is { } begun && ends.Contains(kind))
            {
                waits.Add((begun, on));
                since = null;
            }
            else if (since is null && begins.Contains(kind))
            {
                since = on;
            }
        }

        if (since is { } open)
        {
            waits.Add((open, null));
        }

        return waits;
    }

    private static string Final(string where) => Events + $"""
        , f as (select record_id, min(happened_on) d from e where kind = 'final_sent' group by record_id)
        , g as (select f.d, r.received_on from f join r on r.id = f.record_id {where})
        select count(*) filter (where d <= received_on + 140), count(*) from g where d between @from and @until
        """;

    private static string SixWeeks(string kinds) => Events + $"""
        select count(*) filter (where exists (select from e where record_id = r.id and kind in {kinds} and happened_on <= r.received_on + 42)), count(*) from r where received_on + 42 between @from and @until
        """;

    private static async Task<List<T>> RowsAsync<T>(ImprovementDbContext context, string sql, KpiPeriod period, DateOnly today, Func<DbDataReader, T> read)
    {
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("from", period.From);
        command.Parameters.AddWithValue("until", period.Until);
        command.Parameters.AddWithValue("today", today);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
