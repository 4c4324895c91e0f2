namespace Medway.LocalOffer.Listings.Data;

/// <summary>The triggers that keep <see cref="ServiceChange"/>.</summary>
internal static class ServiceChangeSql
{
    private static readonly string[] Lists = ["service_needs", "cost_options", "access_facts", "sessions", "service_languages", "service_areas", "service_places"];

    /// <summary>The rights are the writer's: whoever may write services may write when they changed.</summary>
    public static readonly string Create =
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
            $"\ncreate trigger note_change after insert or update or delete on listings.{list} for each row execute function listings.note_list();"))
        + "\ninsert into listings.service_changes (service_id, changed_at) select id, clock_timestamp() from listings.services;";

    public static readonly string Drop =
        string.Concat(Lists.Concat(["services", "organisations", "places"]).Select(table => $"drop trigger note_change on listings.{table};\n"))
        + "drop function listings.note_place, listings.note_organisation, listings.note_list, listings.note_service, listings.note_change;";
}
