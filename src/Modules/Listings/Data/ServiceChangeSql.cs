namespace Medway.LocalOffer.Listings.Data;

/// <summary>The triggers that keep <see cref="ServiceChange"/>. The rights are the writer's: whoever may write services may write when they changed.</summary>
internal static class ServiceChangeSql
{
    private static readonly string[] Lists = ["service_needs", "cost_options", "access_facts", "sessions", "service_languages", "service_areas", "service_places"];

    private static readonly string RowTriggers =
        """
        create function listings.note_change(service uuid) returns void language sql as $$
          insert into listings.service_changes (service_id, changed_at)
          select id, clock_timestamp() from listings.services where id = service
          on conflict (service_id) do update set changed_at = excluded.changed_at
        $$;
        create function listings.note_service() returns trigger language plpgsql as $$
        begin perform listings.note_change(new.id); return null; end $$;
        create function listings.note_list() returns trigger language plpgsql as $$
        begin perform listings.note_change(case when tg_op = 'DELETE' then old.service_id else new.service_id end); return null; end $$;
        create function listings.note_organisation() returns trigger language plpgsql as $$
        begin perform listings.note_change(id) from listings.services where organisation_id = new.id; return null; end $$;
        create function listings.note_place() returns trigger language plpgsql as $$
        begin perform listings.note_change(service_id) from listings.service_places where place_id = new.id; return null; end $$;
        create trigger note_change after insert or update on listings.services for each row execute function listings.note_service();
        create trigger note_change after update on listings.organisations for each row execute function listings.note_organisation();
        create trigger note_change after update on listings.places for each row execute function listings.note_place();
        """
        + string.Concat(Lists.Select(list =>
            $"\ncreate trigger note_change after insert or update or delete on listings.{list} for each row execute function listings.note_list();"));

    public static readonly string Create =
        RowTriggers + "\ninsert into listings.service_changes (service_id, changed_at) select id, clock_timestamp() from listings.services;";

    public static readonly string Drop =
        string.Concat(Lists.Concat(["services", "organisations", "places"]).Select(table => $"drop trigger note_change on listings.{table};\n"))
        + "drop function listings.note_place, listings.note_organisation, listings.note_list, listings.note_service, listings.note_change;\n";

    /// <summary>
    /// The same once a statement instead of once a row, and once a transaction for each service: an import writes thousands of rows with a
    /// statement, and each service has ten of them. In the order of ids, so that two writers never wait for each other in a circle.
    /// </summary>
    public static readonly string ByStatement =
        Drop
        + """
        alter table listings.service_changes add column noted_in xid8;
        create function listings.note_changes(changed uuid[]) returns void language sql as $$
          insert into listings.service_changes (service_id, changed_at, noted_in)
          select s.id, clock_timestamp(), pg_current_xact_id()
          from listings.services s left join listings.service_changes c on c.service_id = s.id and c.noted_in = pg_current_xact_id()
          where s.id = any (changed) and c.service_id is null
          order by s.id
          on conflict (service_id) do update set changed_at = excluded.changed_at, noted_in = excluded.noted_in
        $$;
        create function listings.note_services() returns trigger language plpgsql as $$
        begin perform listings.note_changes(array(select id from written)); return null; end $$;
        create function listings.note_lists() returns trigger language plpgsql as $$
        begin perform listings.note_changes(array(select distinct service_id from written)); return null; end $$;
        create function listings.note_moved_lists() returns trigger language plpgsql as $$
        begin perform listings.note_changes(array(select service_id from written union select service_id from gone)); return null; end $$;
        create function listings.note_organisations() returns trigger language plpgsql as $$
        begin perform listings.note_changes(array(select s.id from listings.services s join written w on s.organisation_id = w.id)); return null; end $$;
        create function listings.note_places() returns trigger language plpgsql as $$
        begin perform listings.note_changes(array(select distinct p.service_id from listings.service_places p join written w on p.place_id = w.id)); return null; end $$;

        """
        + string.Concat(StatementTriggers().Select(on =>
            $"create trigger {on.Name} after {on.Verb} on listings.{on.Table} referencing {on.Rows} for each statement execute function listings.{on.Function}();\n"));

    public static readonly string ByRow =
        string.Concat(StatementTriggers().Select(on => $"drop trigger {on.Name} on listings.{on.Table};\n"))
        + "drop function listings.note_places, listings.note_organisations, listings.note_moved_lists, listings.note_lists, listings.note_services, listings.note_changes;\n"
        + "alter table listings.service_changes drop column noted_in;\n"
        + RowTriggers;

    private static IEnumerable<(string Name, string Table, string Verb, string Rows, string Function)> StatementTriggers()
    {
        const string Written = "new table as written";
        yield return ("note_insert", "services", "insert", Written, "note_services");
        yield return ("note_update", "services", "update", Written, "note_services");
        yield return ("note_update", "organisations", "update", Written, "note_organisations");
        yield return ("note_update", "places", "update", Written, "note_places");
        foreach (var list in Lists)
        {
            yield return ("note_insert", list, "insert", Written, "note_lists");
            yield return ("note_update", list, "update", "old table as gone new table as written", "note_moved_lists");
            yield return ("note_delete", list, "delete", "old table as written", "note_lists");
        }
    }
}
