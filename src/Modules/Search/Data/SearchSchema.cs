namespace Medway.LocalOffer.Search.Data;

/// <summary>The part of the schema that EF cannot say: text configuration, matched rows, word list, rights. Used by the migrations only.</summary>
internal static class SearchSchema
{
    /// <summary>
    /// English stems without a stop list ("down", "after" and "out" carry meaning here), and accents folded inside the configuration, so
    /// that index, query and word list cannot differ. The normaliser leaves words and numbers only.
    /// </summary>
    public const string TextConfiguration = """
        create extension if not exists unaccent schema search;
        create extension if not exists pg_trgm schema search;
        create extension if not exists fuzzystrmatch schema search;

        create text search dictionary search.english_all (template = snowball, language = english);

        create text search configuration search.local_offer (copy = simple);
        alter text search configuration search.local_offer
          alter mapping for asciiword, word, numword, asciihword, hword, numhword, hword_part, hword_asciipart, hword_numpart
          with search.unaccent, search.english_all;

        create text search configuration search.plain (copy = simple);
        alter text search configuration search.plain
          alter mapping for asciiword, word, numword, asciihword, hword, numhword, hword_part, hword_asciipart, hword_numpart
          with search.unaccent, simple;
        """;

    /// <summary>
    /// What is matched and ranked, kept narrow: ranking reads only <c>head</c>, matching only the index over <c>doc</c>. The trigger runs in
    /// the writer's transaction, so an entry and its row cannot differ; the notice tells every host once that transaction commits.
    /// </summary>
    public const string Rows = """
        create table search.rows (
          id uuid primary key references search.entries (id) on delete cascade,
          facets bigint not null,
          age_from smallint,
          age_to smallint,
          title_key integer not null,
          -- Order among equals in one number: boost first, then the title's first seven bytes.
          sort_key bigint not null,
          places point[] not null,
          head tsvector not null,
          doc tsvector not null
        );
        alter table search.rows alter column head set storage plain;
        alter table search.rows alter column doc set storage external;
        create index ix_rows_doc on search.rows using gin (doc) with (fastupdate = off);
        create index ix_entries_source on search.entries (source);
        """
        + RowTriggers.ByEntry
        + """

        create function search.say_changed() returns trigger language plpgsql as $$
        begin
          perform pg_notify('local_offer', 'search');
          return null;
        end $$;

        create trigger say_changed after insert or update or delete on search.entries for each statement execute function search.say_changed();
        create trigger say_changed after insert or update or delete on search.synonyms for each statement execute function search.say_changed();
        create trigger say_changed after insert or update or delete on search.sound_alikes for each statement execute function search.say_changed();
        create trigger say_changed after insert or update or delete on search.places for each statement execute function search.say_changed();
        """;

    /// <summary>The words of titles alone: a directory larger than the cap on ranked matches takes those first.</summary>
    public const string TitleIndex = "create index ix_rows_title on search.rows using gin (ts_filter(head, '{a}')) with (fastupdate = off);";

    /// <summary>The next dates stand on the narrow row too, so that "soonest" sorts without reading an entry.</summary>
    public const string RowDates = """
        alter table search.rows add column next_dates date[] not null default '{}';
        """
        + RowTriggers.Dates;

    public const string UndoRowDates = """
        drop trigger keep_row_dates on search.entries;
        drop function search.keep_dates;
        alter table search.rows drop column next_dates;
        """;

    /// <summary>What a search sends of each match, in one piece: joining it anew for each would cost as much as ranking.</summary>
    public const string RowSent = """
        alter table search.rows add column sent bytea not null generated always as (uuid_send(id) || int8send(facets) || int8send(sort_key)) stored;
        alter table search.rows alter column sent set storage plain;
        """;

    public const string UndoRowSent = "alter table search.rows drop column sent;";

    /// <summary>Words that stand in an entry, for spelling suggestions. One rebuild at a time; readers see the old list until it commits.</summary>
    public const string Words = """
        create index ix_words_text_trigrams on search.words using gin (text search.gin_trgm_ops);

        create function search.rebuild_words() returns void language plpgsql set search_path = search, pg_catalog as $$
        begin
          perform pg_advisory_xact_lock(hashtext('search.rebuild_words'));
          delete from search.words;
          insert into search.words (text, stem, entries)
          select word, (ts_lexize('search.english_all', word))[1], ndoc
          from ts_stat($stat$
            select to_tsvector('search.plain', concat_ws(' ', words_title, words_labels, words_about, words_summary, words_body)) from search.entries
          $stat$)
          where length(word) between 3 and 40 and word !~ '[0-9]';
        end $$;
        """;

    /// <summary>The public login reads; the private one writes. A role that is missing is passed over: the operator made another choice.</summary>
    public const string Rights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_public') then
            grant usage on schema search to web_public;
            grant select on all tables in schema search to web_public;
            revoke all on search.__migrations from web_public;
            alter default privileges in schema search grant select on tables to web_public;
          end if;
          if exists (select from pg_roles where rolname = 'web_private') then
            grant usage on schema search to web_private;
            grant select, insert, update, delete on all tables in schema search to web_private;
            revoke all on search.__migrations from web_private;
            alter default privileges in schema search grant select, insert, update, delete on tables to web_private;
          end if;
        end $$;
        """;

    /// <summary>Undoes what stands above; the tables go first.</summary>
    public const string Undo = """
        drop table search.rows;
        drop function search.rebuild_words;
        drop text search configuration search.local_offer;
        drop text search configuration search.plain;
        drop text search dictionary search.english_all;
        """;

    /// <summary>After the tables, because their triggers call it.</summary>
    public const string UndoFunctions = """
        drop function search.keep_row;
        drop function search.say_changed;
        """;
}
