namespace Medway.LocalOffer.Register.Data;

/// <summary>SQL of the migration of planning that the model cannot say.</summary>
internal static class PlanningSchema
{
    /// <summary>Everybody reads what was published; the private login adds to it and changes nothing. What was counted stays as it is once it is published.</summary>
    public const string Rights = """
        create function register.release_stands() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
        begin
          if old.published_at is not null and (tg_op = 'DELETE' or (old.year, old.quarter, old.prepared_at, old.published_at) is distinct from (new.year, new.quarter, new.prepared_at, new.published_at)) then
            raise exception 'A release that is published stays as it is' using errcode = 'check_violation';
          end if;
          if tg_op = 'DELETE' then
            return old;
          end if;
          return new;
        end $$;

        create trigger release_stands before update or delete on register.planning_releases for each row execute function register.release_stands();

        do $$
        begin
          if exists (select from pg_roles where rolname = 'web_private') then
            grant delete on register.postcode_wards, register.expected_children to web_private;
            grant usage on schema published to web_private;
            grant select, insert on published.register_releases, published.register_numbers to web_private;
          end if;
          if exists (select from pg_roles where rolname = 'web_public') then
            grant usage on schema published to web_public;
            grant select on published.register_releases, published.register_numbers to web_public;
          end if;
        end $$;
        """;

    public const string Undone = """
        drop trigger release_stands on register.planning_releases;
        drop function register.release_stands();
        """;
}
