using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Medway.LocalOffer.Platform.Search;

/// <summary>How sure we are that an entry is true today; each has its own mark and words.</summary>
public enum Sureness
{
    /// <summary>Somebody who runs it, or our officer, confirmed it on a date.</summary>
    Checked,

    /// <summary>It was confirmed, but too long ago.</summary>
    CheckDue,

    /// <summary>Taken from a public page, not yet confirmed.</summary>
    FromPublicPage,

    /// <summary>No page was found: we have not checked this yet.</summary>
    NotChecked,
}

/// <summary>
/// One findable thing, written by the module that owns it in the same transaction as the thing itself. Table <c>search.entries</c> belongs
/// to module Search; a trigger there keeps the narrow rows that are matched and ranked, so that no writer can forget them.
/// </summary>
[FieldClass(FieldClass.Public)]
public sealed class SearchEntry
{
    public required Guid Id { get; init; }

    /// <summary>What wrote it, for example <c>service</c>; a rebuild replaces all entries of one source.</summary>
    public required string Source { get; init; }

    /// <summary>Path of its page on this site.</summary>
    public required string Url { get; set; }

    public required string Title { get; set; }

    /// <summary>One plain sentence; stands on the card.</summary>
    public required string Summary { get; set; }

    /// <summary>Bits of <see cref="Search.Facets"/>.</summary>
    public long Facets { get; set; }

    /// <summary>Whole years, inclusive; null when nobody has said.</summary>
    public short? AgeFrom { get; set; }

    /// <inheritdoc cref="AgeFrom"/>
    public short? AgeTo { get; set; }

    /// <summary>Every place it happens at, as <see cref="MapPoint"/>; empty when it has none that anybody must travel to.</summary>
    public NpgsqlPoint[] Places { get; set; } = [];

    /// <summary>
    /// The next real dates in London on which it happens, soonest first; empty when its sessions are not known. Written for some weeks ahead and
    /// rewritten every night: who shows one takes the first that has not passed.
    /// </summary>
    public DateOnly[] NextDates { get; set; } = [];

    /// <summary>Small, 0 to 9: lifts an entry among equals. Never sold, never popularity.</summary>
    public short Boost { get; set; }

    /// <summary>The lines of its card, each ready to read; null prints as not known.</summary>
    public string? Who { get; set; }

    /// <inheritdoc cref="Who"/>
    public string? Where { get; set; }

    /// <inheritdoc cref="Who"/>
    public string? When { get; set; }

    /// <inheritdoc cref="Who"/>
    public string? Cost { get; set; }

    /// <inheritdoc cref="Who"/>
    public string? HowToStart { get; set; }

    /// <summary>As people write it.</summary>
    public string? Phone { get; set; }

    public Sureness Sureness { get; set; }

    /// <summary>The date it was confirmed, when it was.</summary>
    public DateOnly? CheckedOn { get; set; }

    /// <summary>Normalised title alone: somebody who types exactly this gets it first.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>Normalised title and other names: matched with the highest weight.</summary>
    public string WordsTitle { get; private set; } = "";

    /// <summary>Normalised labels: kind, needs, categories.</summary>
    public string WordsLabels { get; private set; } = "";

    /// <summary>Normalised who it is for, organisation and places.</summary>
    public string WordsAbout { get; private set; } = "";

    /// <summary>Normalised summary: the last that ranks.</summary>
    public string WordsSummary { get; private set; } = "";

    /// <summary>Normalised text that may be matched but does not rank.</summary>
    public string WordsBody { get; private set; } = "";

    /// <summary>Sets what the entry is found by. Texts may be as people wrote them.</summary>
    /// <param name="title">Title and other names.</param>
    /// <param name="labels">Kind, needs and categories in words.</param>
    /// <param name="about">Who it is for, organisation, places.</param>
    /// <param name="body">The rest; title and summary are added by themselves.</param>
    public SearchEntry FoundBy(string title, string labels, string about, string body)
    {
        TitleKey = SearchText.Normalise(Title);
        WordsTitle = SearchText.Normalise(title);
        WordsLabels = SearchText.Normalise(labels);
        WordsAbout = SearchText.Normalise(about);
        WordsSummary = SearchText.Normalise(Summary);
        WordsBody = SearchText.Normalise(body);
        return this;
    }
}

/// <summary>A module's findable things, for rebuilding the projection by command.</summary>
public interface ISearchEntries
{
    /// <summary>The <see cref="SearchEntry.Source"/> that it writes.</summary>
    string Source { get; }

    IAsyncEnumerable<SearchEntry> AllAsync(CancellationToken cancellationToken);
}

public static class SearchEntryMapping
{
    /// <summary>Maps <c>search.entries</c> into a module's context, so that one save writes the thing and its entry.</summary>
    /// <param name="model">The module's model.</param>
    /// <param name="owner">True only in module Search, whose migrations make the table.</param>
    public static ModelBuilder MapSearchEntries(this ModelBuilder model, bool owner = false) => model.Entity<SearchEntry>(entry =>
    {
        entry.ToTable("entries", "search", table =>
        {
            if (!owner)
            {
                table.ExcludeFromMigrations();
            }
        });
        entry.Property(e => e.Source).HasMaxLength(40);
        entry.Property(e => e.Url).HasMaxLength(300);
        entry.Property(e => e.Title).HasMaxLength(300);
        entry.Property(e => e.NextDates).HasDefaultValueSql("'{}'");
    });
}
