namespace Medway.LocalOffer.CoDesign.Data;

/// <summary>
/// Rights that EF cannot say. The public login has none in this schema, not even to add: whoever holds a card comes in at <c>/panel</c>, which
/// has the private login. What everybody reads is frozen in the schema <c>published</c>.
/// </summary>
internal static class CoDesignSchema
{
    public const string Rights = """
        do $$
        begin
            if exists (select from pg_roles where rolname = 'web_private') then
                grant usage on schema codesign to web_private;
                grant select, insert, update, delete on all tables in schema codesign to web_private;
                revoke all on codesign.__migrations from web_private;
                alter default privileges in schema codesign grant select, insert, update, delete on tables to web_private;
                grant usage on schema published to web_private;
                grant select, insert on published.panel_rounds, published.panel_themes, published.panel_checked_pages to web_private;
                -- Who takes everything back is counted no more and quoted no more; a page that another round looks at is checked on another day.
                grant update (people, quotes) on published.panel_themes to web_private;
                grant update ("on") on published.panel_checked_pages to web_private;
            end if;
            if exists (select from pg_roles where rolname = 'web_public') then
                grant usage on schema published to web_public;
                grant select on published.panel_rounds, published.panel_themes, published.panel_checked_pages to web_public;
            end if;
        end
        $$;
        """;
}
