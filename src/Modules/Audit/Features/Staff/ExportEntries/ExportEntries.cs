using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Audit.Features.Staff.ExportEntries;

/// <summary>The entries that a filter finds, as a file. A command, because it is written down with its reason.</summary>
internal sealed record ExportEntries(EntryFilter Filter, string? Reason) : ICommand<ExportedEntries>
{
    public const int MostRows = 50_000;

    public const int LongestReason = 500;

    public Permission Permission => AuditPermissions.Export;
}

internal sealed record ExportedEntries(byte[] Csv, int Rows);

internal sealed class ExportEntriesValidator : AbstractValidator<ExportEntries>
{
    public ExportEntriesValidator()
    {
        RuleFor(request => request.Filter).SetValidator(new EntryFilterValidator()).OverridePropertyName("");
        RuleFor(request => request.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Say why you need this file");
        RuleFor(request => request.Reason).MaximumLength(ExportEntries.LongestReason)
            .WithMessage($"Say why in {ExportEntries.LongestReason} letters or fewer");
        RuleFor(request => request.Reason).Must(text => text?.Contains('\0', StringComparison.Ordinal) != true)
            .WithMessage("Take the sign out that is no letter");
    }
}

internal sealed class ExportEntriesHandler(AuditDbContext context, AuditTrail trail, EventWords words)
    : IRequestHandler<ExportEntries, Outcome<ExportedEntries>>
{
    private static readonly string[] Columns =
    [
        "id", "at_utc", "event", "what_happened", "actor_kind", "actor_id", "role", "subject_kind", "subject_id", "person_ids", "purpose", "reason",
        "changes", "correlation_id",
    ];

    public async Task<Outcome<ExportedEntries>> Handle(ExportEntries request, CancellationToken cancellationToken)
    {
        var rows = await request.Filter.In(context.Entries).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(ExportEntries.MostRows + 1).ToListAsync(cancellationToken);
        if (rows.Count > ExportEntries.MostRows)
        {
            return Outcome.Invalid(
                nameof(EntryFilter.From), string.Create(CultureInfo.InvariantCulture, $"More than {ExportEntries.MostRows:N0} entries match. Take the first and the last day closer together"));
        }

        trail.Record(
            context,
            AuditEvents.Exported,
            "audit_trail",
            null,
            request.Reason!.Trim(),
            [.. request.Filter.Asked(trail), new AuditChange("rows", null, rows.Count.ToString(CultureInfo.InvariantCulture))],
            personIds: request.Filter.Person is { } person ? [person] : null);
        await context.SaveChangesAsync(cancellationToken);
        return new ExportedEntries(CsvExport.Write(Columns, rows.Select(row => Cells(EntryView.Of(row, words)))), rows.Count);
    }

    private static IReadOnlyList<string?> Cells(EntryView entry) =>
    [
        entry.Id.ToString(),
        entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        entry.Name,
        entry.What,
        entry.Who,
        entry.ActorId,
        entry.Role,
        entry.SubjectKind,
        entry.SubjectId?.ToString(),
        string.Join(';', entry.PersonIds),
        entry.Purpose,
        entry.Reason,
        string.Join("; ", entry.Changes.Select(change => $"{change.Field}: {change.Before ?? "nothing"} > {change.After ?? "nothing"}")),
        entry.CorrelationId,
    ];
}
