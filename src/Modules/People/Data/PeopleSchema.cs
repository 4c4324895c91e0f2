namespace Medway.LocalOffer.People.Data;

/// <summary>SQL of migrations that the model cannot say.</summary>
internal static class PeopleSchema
{
    /// <summary>Everything by which two rows may be one person, in one place: name with birth date, e-mail address, phone; never a home, which families share.</summary>
    public const string Marks = """
        create view people.marks as
          select id as person_id, name_birth_index as value from people.persons where name_birth_index is not null
          union all
          select person_id, value_index from people.contact_points where person_id is not null and kind <> 'address' and state <> 'ended'
          union all
          select person_id, value_index from people.hidden_contact_points where value_index is not null and state <> 'ended';
        """;

    /// <summary>
    /// Gives rows that were there before a reference each, with the same signs and check sign as Platform's <c>References</c>. They come from the row's
    /// id, which is random; of two that fall together the later one counts on.
    /// </summary>
    public const string References = """
        do $$
        declare
          signs constant text := '2346789CDFGHJKMNPQRTVWX';
          one record;
          number bigint;
          random text;
          total int;
        begin
          for one in select id from people.persons where reference = '' order by id loop
            number := ('x' || right(replace(one.id::text, '-', ''), 12))::bit(48)::bigint;
            loop
              random := '';
              total := 0;
              for i in 0..4 loop
                random := random || substr(signs, (div(number, (23 ^ i)::numeric) % 23)::int + 1, 1);
                total := total + (strpos(signs, substr(random, i + 1, 1)) - 1) * (i + 2);
              end loop;
              exit when not exists (
                select from people.persons where reference = 'PER-' || left(random, 4) || '-' || right(random, 1) || substr(signs, total % 23 + 1, 1));
              number := number + 1;
            end loop;
            update people.persons set reference = 'PER-' || left(random, 4) || '-' || right(random, 1) || substr(signs, total % 23 + 1, 1) where id = one.id;
          end loop;
        end $$;
        """;

    /// <summary>Who asked to erase, who decided, and what became of it is a proof: nobody takes it away.</summary>
    public const string ErasureRights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant select, insert, update on people.erasures to web_private;
            revoke delete on people.erasures from web_private;
          end if;
        end $$;
        """;

    /// <summary>The public login gets nothing here, not even to look at the schema.</summary>
    public const string Rights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant usage on schema people to web_private;
            grant select, insert, update, delete on all tables in schema people to web_private;
            revoke all on people.__migrations from web_private;
            alter default privileges in schema people grant select, insert, update, delete on tables to web_private;
          end if;
        end $$;
        """;
}
