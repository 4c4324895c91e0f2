namespace Medway.LocalOffer.Improvement.Data;

/// <summary>Rights that EF cannot say. The public login has none here: what the public reads is published elsewhere.</summary>
internal static class ImprovementSchema
{
    /// <summary>The site adds rows and changes none: what was told to a board stays as it was told.</summary>
    public const string Rights = """
        do $$
        begin
            if exists (select from pg_roles where rolname = 'web_private') then
                grant usage on schema improvement to web_private;
                grant select, insert on all tables in schema improvement to web_private;
                revoke insert on improvement.__migrations from web_private;
                alter default privileges in schema improvement grant select, insert on tables to web_private;
            end if;
        end
        $$;
        """;

    /// <summary>The public login reads what is published, and enters nothing else of this module. The schema is shared with other modules.</summary>
    public const string PublishedRights = """
        do $$
        begin
            if exists (select from pg_roles where rolname = 'web_public') then
                grant usage on schema published to web_public;
                grant select on published.progress_parts to web_public;
            end if;
            if exists (select from pg_roles where rolname = 'web_private') then
                grant usage on schema published to web_private;
                grant select, insert on published.progress_parts to web_private;
            end if;
        end
        $$;
        """;
}
