using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Web.Frame;
using Npgsql;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>
/// The menu entries, sections and alert banners that stand on every page, as this host remembers them: read anew whenever a host says that
/// content changed.
/// </summary>
internal sealed class FrameContents(Databases databases, CachedPages pages, TimeProvider clock) : INoticeHandler, IFramePart
{
    private volatile Known known = new([], [], new HashSet<string>());

    public string TagPrefix => ContentModule.CacheTag;

    public IReadOnlyList<FrameLink> Menu => known.Menu;

    public IReadOnlySet<string> Sections => known.Sections;

    public IReadOnlyList<FrameAlert> Alerts
    {
        get
        {
            var now = clock.GetUtcNow();
            return [.. known.Alerts.Where(alert => alert.From <= now && now < alert.Until).Select(alert => alert.Words)];
        }
    }

    public Task OnNoticeAsync(string tag, CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public Task OnMissedAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = databases.For(DatabaseLogin.Public).CreateCommand(
            """
            select kind, title, summary, address, parent_id is null, in_menu, link, starts_at, ends_at, published_at
            from content.published
            where variant = 'full' and taken_down is null
              and (kind = 'alert' or (kind in ('page', 'guide', 'step_by_step') and (in_menu or parent_id is null)))
            order by position, title
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<FrameLink> menu = [];
        List<TimedAlert> alerts = [];
        HashSet<string> sections = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetString(0) == "alert")
            {
                alerts.Add(Alert(reader));
                continue;
            }

            if (reader.GetBoolean(5))
            {
                menu.Add(new FrameLink(reader.GetString(1), reader.GetString(3)));
            }

            if (reader.GetBoolean(4))
            {
                sections.Add(reader.GetString(3));
            }
        }

        await RememberAsync(new Known(menu, alerts, sections), cancellationToken);
    }

    /// <summary>Pages that other modules cached show the frame too; those made before this moment showed the old one.</summary>
    private async Task RememberAsync(Known read, CancellationToken cancellationToken)
    {
        var before = known;
        known = read;
        var same = before.Menu.SequenceEqual(read.Menu) && before.Alerts.SequenceEqual(read.Alerts) && before.Sections.SetEquals(read.Sections);
        if (!same)
        {
            await pages.DropAsync(Notices.Everything, cancellationToken);
        }
    }

    private static TimedAlert Alert(NpgsqlDataReader reader) => new(
        new FrameAlert(reader.GetString(1), reader.GetString(2), reader.IsDBNull(6) ? null : reader.GetString(6)),
        reader.IsDBNull(7) ? reader.GetFieldValue<DateTimeOffset>(9) : reader.GetFieldValue<DateTimeOffset>(7),
        reader.IsDBNull(8) ? DateTimeOffset.MaxValue : reader.GetFieldValue<DateTimeOffset>(8));

    private sealed record Known(IReadOnlyList<FrameLink> Menu, IReadOnlyList<TimedAlert> Alerts, IReadOnlySet<string> Sections);

    private sealed record TimedAlert(FrameAlert Words, DateTimeOffset From, DateTimeOffset Until);
}
