namespace Medway.LocalOffer.People.Data;

/// <summary>SQL of the first migration that the model cannot say.</summary>
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
