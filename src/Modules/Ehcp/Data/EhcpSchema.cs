namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>SQL of migrations that the model cannot say.</summary>
internal static class EhcpSchema
{
    /// <summary>The public login gets nothing here, not even to look at the schema.</summary>
    public const string Rights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant usage on schema ehcp to web_private;
            grant select, insert, update on all tables in schema ehcp to web_private;
            revoke all on ehcp.__migrations from web_private;
            alter default privileges in schema ehcp grant select, insert, update on tables to web_private;
          end if;
        end $$;
        """;
}
