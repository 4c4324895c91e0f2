namespace Medway.LocalOffer.Messaging.Data;

/// <summary>SQL of migrations that the model cannot say.</summary>
internal static class MessagingSchema
{
    /// <summary>What came of making a message in another format is written once.</summary>
    public const string MadeFormatRights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant select, insert on messaging.made_formats to web_private;
            revoke update, delete on messaging.made_formats from web_private;
          end if;
        end $$;
        """;

    /// <summary>The public login gets nothing here. Nobody takes away what was tried and what came back: the ledger only grows.</summary>
    public const string Rights = """
        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant usage on schema messaging to web_private;
            grant select, insert, update, delete on all tables in schema messaging to web_private;
            revoke all on messaging.__migrations from web_private;
            revoke update, delete on messaging.attempts, messaging.receipts from web_private;
            revoke delete on messaging.messages, messaging.requests from web_private;
            alter default privileges in schema messaging grant select, insert, update, delete on tables to web_private;
          end if;
        end $$;
        """;
}
