namespace Medway.LocalOffer.Search.Data;

/// <summary>The triggers that keep the rows that are matched and ranked. They run in the writer's transaction, so an entry and its row cannot differ.</summary>
internal static class RowTriggers
{
    public const string ByEntry = """

        create function search.keep_row() returns trigger language plpgsql set search_path = search, pg_catalog as $$
        declare
          ages_not_known constant bigint := 1::bigint << 61;
          head tsvector :=
            setweight(to_tsvector('search.local_offer', new.words_title), 'A')
            || setweight(to_tsvector('search.local_offer', new.words_labels), 'B')
            || setweight(to_tsvector('search.local_offer', new.words_about), 'C');
        begin
          insert into search.rows (id, facets, age_from, age_to, title_key, sort_key, places, head, doc)
          values (
            new.id,
            case when new.age_from is null and new.age_to is null then new.facets | ages_not_known else new.facets end,
            new.age_from, new.age_to, hashtext(new.title_key),
            ((9 - least(greatest(new.boost, 0), 9))::bigint << 56)
              | ('x' || rpad(left(encode(convert_to(new.title_key, 'UTF8'), 'hex'), 14), 14, '0'))::bit(56)::bigint,
            new.places,
            head, head || setweight(to_tsvector('search.local_offer', new.words_summary || ' ' || new.words_body), 'D'))
          on conflict (id) do update set
            facets = excluded.facets, age_from = excluded.age_from, age_to = excluded.age_to,
            title_key = excluded.title_key, sort_key = excluded.sort_key, places = excluded.places,
            head = excluded.head, doc = excluded.doc;
          return null;
        end $$;
        create trigger keep_row after insert or update on search.entries for each row execute function search.keep_row();

        """;

    /// <summary>By its name the second fires after the first was given the chance to make the row.</summary>
    public const string Dates = """

        create function search.keep_dates() returns trigger language plpgsql set search_path = search, pg_catalog as $$
        begin
          update search.rows set next_dates = new.next_dates where id = new.id and next_dates <> new.next_dates;
          return null;
        end $$;
        create trigger keep_row_dates after insert or update on search.entries for each row execute function search.keep_dates();
        """;

    /// <summary>
    /// The same rows, made once a statement instead of once an entry: an import writes a thousand entries with each. The next dates go in with the
    /// row, which was written twice before, and what staff have hidden gets none: a trigger for each entry would run before this one.
    /// </summary>
    public const string ByStatement = """
        drop trigger keep_row on search.entries;
        drop trigger keep_row_dates on search.entries;
        drop function search.keep_row;
        drop function search.keep_dates;
        drop trigger leave_hidden_out on search.entries;
        drop function search.leave_hidden_out;

        create function search.keep_rows() returns trigger language plpgsql set search_path = search, pg_catalog as $$
        declare
          ages_not_known constant bigint := 1::bigint << 61;
        begin
          insert into search.rows (id, facets, age_from, age_to, title_key, sort_key, places, next_dates, head, doc)
          select
            e.id,
            case when e.age_from is null and e.age_to is null then e.facets | ages_not_known else e.facets end,
            e.age_from, e.age_to, hashtext(e.title_key),
            ((9 - least(greatest(e.boost, 0), 9))::bigint << 56)
              | ('x' || rpad(left(encode(convert_to(e.title_key, 'UTF8'), 'hex'), 14), 14, '0'))::bit(56)::bigint,
            e.places, e.next_dates,
            head.words, head.words || setweight(to_tsvector('search.local_offer', e.words_summary || ' ' || e.words_body), 'D')
          from written e
          cross join lateral (
            select setweight(to_tsvector('search.local_offer', e.words_title), 'A')
              || setweight(to_tsvector('search.local_offer', e.words_labels), 'B')
              || setweight(to_tsvector('search.local_offer', e.words_about), 'C') as words
            offset 0) head
          where not exists (select from search.hidden_entries h where h.entry_id = e.id)
          on conflict (id) do update set
            facets = excluded.facets, age_from = excluded.age_from, age_to = excluded.age_to,
            title_key = excluded.title_key, sort_key = excluded.sort_key, places = excluded.places, next_dates = excluded.next_dates,
            head = excluded.head, doc = excluded.doc;
          delete from search.rows r using written e, search.hidden_entries h where r.id = e.id and h.entry_id = e.id;
          return null;
        end $$;

        create trigger keep_rows_insert after insert on search.entries referencing new table as written for each statement execute function search.keep_rows();
        create trigger keep_rows_update after update on search.entries referencing new table as written for each statement execute function search.keep_rows();
        """;

    /// <summary>
    /// The two indexes over words take the rows of a statement together: they wait in each index's list until the statement ends, and are then put in
    /// by word, not by row. Nothing waits after it, because every search would have to read what waits. Putting in is the owner's right, hence the
    /// function of its own.
    /// </summary>
    public const string IndexByStatement = """
        alter index search.ix_rows_doc set (fastupdate = on, gin_pending_list_limit = 1024);
        alter index search.ix_rows_title set (fastupdate = on, gin_pending_list_limit = 1024);

        create function search.index_rows() returns bigint language sql security definer set search_path = pg_catalog, pg_temp as $$
          select gin_clean_pending_list('search.ix_rows_doc') + gin_clean_pending_list('search.ix_rows_title')
        $$;

        create function search.index_written() returns trigger language plpgsql as $$
        begin
          perform search.index_rows();
          return null;
        end $$;

        create trigger keep_rows_insert_indexed after insert on search.entries for each statement execute function search.index_written();
        create trigger keep_rows_update_indexed after update on search.entries for each statement execute function search.index_written();
        """;

    public const string UndoIndexByStatement = """
        drop trigger keep_rows_insert_indexed on search.entries;
        drop trigger keep_rows_update_indexed on search.entries;
        drop function search.index_written;
        drop function search.index_rows;
        alter index search.ix_rows_doc set (fastupdate = off);
        alter index search.ix_rows_doc reset (gin_pending_list_limit);
        alter index search.ix_rows_title set (fastupdate = off);
        alter index search.ix_rows_title reset (gin_pending_list_limit);
        """;

    public const string UndoByStatement = """
        drop trigger keep_rows_insert on search.entries;
        drop trigger keep_rows_update on search.entries;
        drop function search.keep_rows;
        """
        + ByEntry
        + Dates
        + """

        create function search.leave_hidden_out() returns trigger language plpgsql set search_path = search, pg_catalog as $$
        begin
          delete from search.rows r where r.id = new.id and exists (select from search.hidden_entries h where h.entry_id = new.id);
          return null;
        end $$;
        create trigger leave_hidden_out after insert or update on search.entries for each row execute function search.leave_hidden_out();
        """;
}
