using System.Globalization;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.OldAddresses;

/// <summary>
/// Makes old addresses lead somewhere, from a file with the columns from and to: all of it, or nothing when one line has a problem. An end
/// that itself leads on is written as its own end, so that nobody is sent round in steps; a circle is refused.
/// </summary>
internal sealed record LoadRedirects(ImportFile File, bool DryRun = false) : ICommand<ImportReport>
{
    /// <summary>A page takes no larger file: ten thousand lines.</summary>
    public const int MaximumBytes = 1_000_000;

    public Permission Permission => ContentPermissions.Addresses;
}

internal sealed class LoadRedirectsHandler(ContentDbContext context, Tree tree, Opening opening, AuditTrail audit, PublishedPages pages, TimeProvider clock)
    : IRequestHandler<LoadRedirects, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(LoadRedirects request, CancellationToken cancellationToken)
    {
        var content = CsvTable.Read(request.File, "from", "to");
        List<ImportProblem> problems = [.. content.Problems];
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var documents = await context.Documents.AsNoTracking().Where(document => document.BinnedAt == null)
            .Select(document => new { document.Path, document.Id }).ToDictionaryAsync(document => document.Path, document => document.Id, cancellationToken);
        var live = await context.Published.AsNoTracking().Where(page => page.TakenDown == null).Select(page => page.Address).ToHashSetAsync(cancellationToken);
        var known = await context.Redirects.ToDictionaryAsync(redirect => redirect.FromPath, cancellationToken);
        Dictionary<string, string> wanted = new(StringComparer.Ordinal);
        foreach (var row in content.Rows)
        {
            var from = Slugs.Normal(row["from"]);
            var to = Slugs.Normal(row["to"]);
            if (from is null || to is null)
            {
                problems.Add(new ImportProblem(row.Line, from is null ? "from" : "to", "Write an address on this site, for example /short-breaks."));
            }
            else if (live.Contains(from) || tree.IsReserved(from.Split('/')[1]))
            {
                problems.Add(new ImportProblem(row.Line, "from", $"There is a page at {from}: it cannot lead elsewhere."));
            }
            else if (!wanted.TryAdd(from, to))
            {
                problems.Add(new ImportProblem(row.Line, "from", $"{from} stands twice in this file."));
            }
        }

        int added = 0, changed = 0;
        foreach (var (from, to) in wanted)
        {
            if (End(from, to, wanted, known) is not { } end)
            {
                problems.Add(new ImportProblem(content.Rows.First(row => Slugs.Normal(row["from"]) == from).Line, "to", $"{from} would lead back to itself."));
                continue;
            }

            var isNew = !known.TryGetValue(from, out var redirect);
            redirect ??= new Redirect { FromPath = from, ToPath = end.Path, DocumentId = end.DocumentId, CreatedAt = clock.GetUtcNow(), CreatedBy = opening.Who };
            var documentId = end.DocumentId ?? (documents.TryGetValue(end.Path!, out var id) ? id : (Guid?)null);
            var toPath = documentId is null ? end.Path : null;
            if (!isNew && redirect.DocumentId == documentId && redirect.ToPath == toPath)
            {
                continue;
            }

            redirect.DocumentId = documentId;
            redirect.ToPath = toPath;
            added += isNew ? 1 : 0;
            changed += isNew ? 0 : 1;
            if (isNew)
            {
                context.Redirects.Add(redirect);
            }
        }

        if (problems.Count > 0 || request.DryRun)
        {
            context.ChangeTracker.Clear();
            return new ImportReport(content.Rows.Count, problems.Count > 0 ? 0 : added, problems.Count > 0 ? 0 : changed, 0, [.. problems.OrderBy(problem => problem.Line)]);
        }

        Flatten(wanted);
        audit.Record(context, ContentAudit.RedirectsChanged, "import", null, changes:
        [
            new AuditChange("added", null, added.ToString(CultureInfo.InvariantCulture)),
            new AuditChange("changed", null, changed.ToString(CultureInfo.InvariantCulture)),
        ]);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return new ImportReport(content.Rows.Count, added, changed, content.Rows.Count - added - changed, []);
    }

    /// <summary>Where this leads in the end, through the file and through what is there; null for a circle.</summary>
    private static (string? Path, Guid? DocumentId)? End(
        string from, string to, Dictionary<string, string> wanted, Dictionary<string, Redirect> known)
    {
        HashSet<string> seen = [from];
        while (seen.Add(to))
        {
            if (wanted.TryGetValue(to, out var next))
            {
                to = next;
            }
            else if (known.TryGetValue(to, out var redirect))
            {
                if (redirect.DocumentId is { } id)
                {
                    return (null, id);
                }

                to = redirect.ToPath!;
            }
            else
            {
                return (to, null);
            }
        }

        return null;
    }

    /// <summary>Older redirects that led to one of these now lead to its end.</summary>
    private void Flatten(Dictionary<string, string> wanted)
    {
        var now = context.Redirects.Local.ToDictionary(redirect => redirect.FromPath);
        foreach (var redirect in now.Values.Where(redirect => redirect.ToPath is { } to && wanted.ContainsKey(to)).ToList())
        {
            var end = now[redirect.ToPath!];
            redirect.DocumentId = end.DocumentId;
            redirect.ToPath = end.ToPath;
        }
    }
}

/// <summary><c>./dev cli import redirects FILE.csv</c> sends the same operation.</summary>
internal sealed class RedirectsImport(IMediator mediator) : IImport
{
    public string Name => "redirects";

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) =>
        (await mediator.Send(new LoadRedirects(file, dryRun), cancellationToken)).Value;
}
