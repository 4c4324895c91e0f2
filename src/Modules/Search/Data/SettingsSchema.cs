namespace Medway.LocalOffer.Search.Data;

/// <summary>The part of the tables for best bets, hidden results, counts and packs that EF cannot say. Used by their migration only.</summary>
internal static class SettingsSchema
{
    /// <summary>Fires after the trigger that makes the row, because of its name: an entry that staff hid has none, however it is written.</summary>
    public const string Hiding = """
        create function search.leave_hidden_out() returns trigger language plpgsql set search_path = search, pg_catalog as $$
        begin
          delete from search.rows r where r.id = new.id and exists (select from search.hidden_entries h where h.entry_id = new.id);
          return null;
        end $$;

        create trigger leave_hidden_out after insert or update on search.entries for each row execute function search.leave_hidden_out();
        create trigger say_changed after insert or update or delete on search.hidden_entries for each statement execute function search.say_changed();
        create trigger say_changed after insert or update or delete on search.best_bets for each statement execute function search.say_changed();
        create index ix_entries_url on search.entries (url);
        """;

    /// <summary>The public site adds counts, wishes and packs. Of these it reads packs only; what staff keep for themselves it does not see.</summary>
    public const string Rights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_public') then
            revoke select on search.asked_words, search.asked_places, search.wishes, search.hidden_entries, search.judgements, search.rebuilds from web_public;
            grant insert on search.asked_words, search.asked_places, search.wishes, search.packs to web_public;
          end if;
        end $$;
        """;

    public const string Undo = """
        drop index search.ix_entries_url;
        drop trigger leave_hidden_out on search.entries;
        drop function search.leave_hidden_out;
        """;
}
