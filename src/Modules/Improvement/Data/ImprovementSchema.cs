namespace Medway.LocalOffer.Improvement.Data;

/// <summary>Rights that EF cannot say. The public login has none here: what the public reads is published elsewhere.</summary>
internal static class ImprovementSchema
{
    /// <summary>The site adds rows and changes none: what was told to a board stays as it was told.</summary>
    public const string Rights = """
        do $$
        begin
            if exists (select from pg_roles where rolname = 'web_private') then
                grant usage on schema improvement to web_private;
                grant select, insert on all tables in schema improvement to web_private;
                revoke insert on improvement.__migrations from web_private;
                alter default privileges in schema improvement grant select, insert on tables to web_private;
            end if;
        end
        $$;
        """;

    /// <summary>The public login reads what is published, and enters nothing else of this module. The schema is shared with other modules.</summary>
    public const string PublishedRights = """
        do $$
        begin
            if exists (select from pg_roles where rolname = 'web_public') then
                grant usage on schema published to web_public;
                grant select on published.progress_parts to web_public;
            end if;
            if exists (select from pg_roles where rolname = 'web_private') then
                grant usage on schema published to web_private;
                grant select, insert on published.progress_parts to web_private;
            end if;
        end
        $$;
        """;

    /// <summary>K21 was loaded when nothing counted it. Where a partner has sent figures, or somebody has defined it, it stays theirs.</summary>
    public const string CountComplaints = """
        with counted as (
            update improvement.kpis k set unit = 'per_hundred', feed = 'feedback.communication-complaints',
                note = 'Only complaints that an officer has read and sorted count; those made elsewhere are not known here.'
            where code = 'K21' and feed is null
                and not exists (select from improvement.kpi_figures f where f.kpi_id = k.id)
                and not exists (select from improvement.kpi_definitions d where d.kpi_id = k.id and d.by is not null)
            returning id
        )
        insert into improvement.kpi_definitions (id, kpi_id, meaning, numerator, denominator, source, frequency, is_target_england, is_target_strict, polarity, lag_days, suppression, at)
        select gen_random_uuid(), id, 'How many complaints on the way to an EHC plan came down to how we talk to families, for each 100 open EHC records.',
            'Complaints of the period about the EHC process that came down to how we talk to families', 'EHC records that were open on the last day of the period',
            'Complaints made on this site, as an officer read them, and EHC records', 'month', false, false, 'lower', 0, 'Counts of 1 to 4 are not kept', now()
        from counted;
        """;

    /// <summary>Back to a count that somebody sends; its figures, which are rates, go.</summary>
    public const string StopCountingComplaints = """
        delete from improvement.kpi_figures f using improvement.kpis k where k.id = f.kpi_id and k.unit = 'per_hundred';
        update improvement.kpis set unit = 'count', feed = null, note = null where unit = 'per_hundred';
        """;
}
