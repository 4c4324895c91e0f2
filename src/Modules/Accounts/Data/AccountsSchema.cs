namespace Medway.LocalOffer.Accounts.Data;

/// <summary>Used by the first migration only.</summary>
internal static class AccountsSchema
{
    /// <summary>The public login gets nothing here, not even to look at the schema.</summary>
    public const string Rights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant usage on schema accounts to web_private;
            grant select, insert, update, delete on all tables in schema accounts to web_private;
            revoke all on accounts.__migrations from web_private;
            alter default privileges in schema accounts grant select, insert, update, delete on tables to web_private;
          end if;
        end $$;
        """;
}
