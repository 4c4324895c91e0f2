namespace Medway.LocalOffer.Register.Data;

/// <summary>SQL of migrations that the model cannot say.</summary>
internal static class RegisterSchema
{
    /// <summary>
    /// Keeps <c>register.consents</c> from the events, with the rights of the owner: whoever may add an event may not write the state by hand. The
    /// entry's row is held first, so that of two who speak at once the second counts the first.
    /// </summary>
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
