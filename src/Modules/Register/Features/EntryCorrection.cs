using FluentValidation;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Features;

/// <summary>What an entry shall say instead (UK GDPR, article 16): what the family itself answered. Names, birth dates and addresses are put right in People.</summary>
internal sealed record EntryCorrection(IReadOnlyList<string> Difficulties, string School, SchoolHelp Help, string Wanted)
{
    public override string ToString() => nameof(EntryCorrection);

    /// <summary>The caller holds the entry, has asked who may, and saves.</summary>
    /// <returns>False when it says all of that already.</returns>
    public bool Apply(RegisterEntry entry, RegisterDbContext context, AuditTrail audit, IReadOnlyList<Guid> personIds)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(audit);
        var difficulties = string.Join(';', Difficulties.Distinct());
        List<AuditChange> changes =
        [
            .. Change("difficulties", entry.Difficulties, difficulties), .. Change("school", entry.School, School.Trim()),
            .. Change("help", $"{entry.Help}", $"{Help}"), .. Change("wanted", entry.Wanted, Wanted.Trim()),
        ];
        if (changes.Count == 0)
        {
            return false;
        }

        (entry.Difficulties, entry.School, entry.Help, entry.Wanted) = (difficulties, School.Trim(), Help, Wanted.Trim());
        audit.Record(context, RegisterAudit.Corrected, RegisterEntry.Subject, entry.Id, changes: changes, personIds: personIds);
        return true;

        IEnumerable<AuditChange> Change(string field, string was, string shall) => was == shall ? [] : [new AuditChange(field, audit.Digest(field, was), audit.Digest(field, shall))];
    }
}

internal sealed class EntryCorrectionValidator : AbstractValidator<EntryCorrection>
{
    public EntryCorrectionValidator()
    {
        RuleFor(correction => correction.Difficulties).Must(all => all.All(one => Enum.TryParse<Difficulty>(one, out var read) && Enum.IsDefined(read))).WithMessage("Choose from the list");
        RuleFor(correction => correction.Help).IsInEnum().WithMessage("Choose from the list");
        RuleFor(correction => correction.School).MaximumLength(RegisterEntry.MaximumText).WithMessage($"Write {RegisterEntry.MaximumText} letters or fewer");
        RuleFor(correction => correction.Wanted).MaximumLength(RegisterEntry.MaximumText).WithMessage($"Write {RegisterEntry.MaximumText} letters or fewer");
    }
}
