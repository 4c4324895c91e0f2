namespace Medway.LocalOffer.Register.Data;

/// <summary>SQL of migrations that the model cannot say.</summary>
internal static class RegisterSchema
{
    /// <summary>As the first migration made it: one row for each use, with how many parents said what. <see cref="KeepsEachWord"/> took its place.</summary>
    public const string KeepsConsents = """
        create function register.keep_consent() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          perform 1 from register.entries where id = new.entry_id for update;
          insert into register.consents as known (entry_id, purpose, recipient, own, parents_yes, parents_no, changed_at)
          select new.entry_id, new.purpose, new.recipient,
            (select said.decision from register.consent_events said
             where said.entry_id = new.entry_id and said.purpose = new.purpose and said.recipient = new.recipient and said.capacity <> 'parent'
             order by said.at desc, said.id desc limit 1),
            count(*) filter (where latest.decision = 'yes'), count(*) filter (where latest.decision <> 'yes'),
            new.at
          from (
            select distinct on (said.giver_id) said.decision from register.consent_events said
            where said.entry_id = new.entry_id and said.purpose = new.purpose and said.recipient = new.recipient and said.capacity = 'parent'
            order by said.giver_id, said.at desc, said.id desc) latest
          on conflict (entry_id, purpose, recipient) do update
          set own = excluded.own, parents_yes = excluded.parents_yes, parents_no = excluded.parents_no, changed_at = excluded.changed_at;
          return null;
        end $$;

        create trigger keeps_consents after insert on register.consent_events for each row execute function register.keep_consent();
        """;

    /// <summary>
    /// Keeps <c>register.consents</c> from the events, the newest word of each person, with the rights of the owner: whoever may add an event may not
    /// write the state by hand. What was said earlier never takes the place of what was said later, in whatever order it arrives.
    /// </summary>
    public const string KeepsEachWord = """
        create function register.keep_consent() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into register.consents as known (entry_id, purpose, recipient, giver_id, capacity, decision, recipient_name, said_at, event_id)
          values (new.entry_id, new.purpose, new.recipient, new.giver_id, new.capacity, new.decision, new.recipient_name, new.at, new.id)
          on conflict (entry_id, purpose, recipient, giver_id) do update
          set capacity = excluded.capacity, decision = excluded.decision, recipient_name = excluded.recipient_name, said_at = excluded.said_at, event_id = excluded.event_id
          where (known.said_at, known.event_id) < (excluded.said_at, excluded.event_id);
          return null;
        end $$;

        create trigger keeps_consents after insert on register.consent_events for each row execute function register.keep_consent();

        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant select on register.consents to web_private;
            revoke insert, update, delete on register.consents from web_private;
          end if;
        end $$;
        """;

    /// <summary>The same with the school that a yes is for.</summary>
    public const string KeepsTheSchool = """
        create or replace function register.keep_consent() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into register.consents as known (entry_id, purpose, recipient, giver_id, capacity, decision, recipient_name, school_key, said_at, event_id)
          values (new.entry_id, new.purpose, new.recipient, new.giver_id, new.capacity, new.decision, new.recipient_name, new.school_key, new.at, new.id)
          on conflict (entry_id, purpose, recipient, giver_id) do update
          set capacity = excluded.capacity, decision = excluded.decision, recipient_name = excluded.recipient_name, school_key = excluded.school_key, said_at = excluded.said_at,
            event_id = excluded.event_id
          where (known.said_at, known.event_id) < (excluded.said_at, excluded.event_id);
          return null;
        end $$;
        """;

    /// <summary>
    /// What was said before a name was kept with it: of those whose name never changes it is known. A yes to one of the others reaches nobody until the
    /// family is asked again.
    /// </summary>
    public const string NamesRecipients = """
        update register.consent_events set recipient_name = case recipient
          when 'council' then 'Medway Council'
          when 'parent-forum' then 'Medway Parents and Carers Forum'
          when 'school' then 'the school, nursery or college that you name'
        end;
        """;

    /// <summary>The newest word of each person, from all that was said.</summary>
    public const string FillsConsents = """
        insert into register.consents (entry_id, purpose, recipient, giver_id, capacity, decision, recipient_name, said_at, event_id)
        select distinct on (entry_id, purpose, recipient, giver_id) entry_id, purpose, recipient, giver_id, capacity, decision, recipient_name, at, id
        from register.consent_events order by entry_id, purpose, recipient, giver_id, at desc, id desc;
        """;

    /// <summary>The public login gets nothing here, not even to look at the schema. What was said, and by which words it was asked, stays as it is.</summary>
    public const string Rights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant usage on schema register to web_private;
            grant select, insert, update on all tables in schema register to web_private;
            grant delete on register.drafts to web_private;
            revoke all on register.__migrations from web_private;
            revoke update, delete on register.consent_events, register.wordings from web_private;
            revoke insert, update, delete on register.consents from web_private;
            alter default privileges in schema register grant select, insert, update on tables to web_private;
          end if;
        end $$;
        """;
}
