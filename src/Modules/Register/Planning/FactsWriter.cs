using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Sharing;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>Changes what an entry says of a child: the same rules for a family and for an officer.</summary>
internal sealed class FactsWriter(RegisterDbContext context, Codes codes, OtherSchool otherSchool, AuditTrail audit)
{
    private const string Changed = "changed";

    /// <summary>The caller has checked who asks, and saves.</summary>
    /// <returns>What is wrong; empty when it was written.</returns>
    public async Task<IReadOnlyList<FieldError>> WriteAsync(RegisterEntry entry, EntryFacts facts, IReadOnlyList<Guid> personIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(facts);
        List<FieldError> problems = [.. (await codes.ReadAsync(cancellationToken)).Problems(facts.Coded), .. Problems(facts)];
        if (problems.Count > 0)
        {
            return problems;
        }

        var (difficulties, help) = (string.Join(';', facts.Difficulties.Select(Enum.Parse<Difficulty>).Distinct()), facts.Help.Length == 0 ? SchoolHelp.NotSaid : Enum.Parse<SchoolHelp>(facts.Help));
        var before = (entry.Difficulties, entry.School, entry.Help, entry.Wanted, entry.Setting, entry.ServicesUsed, entry.ServicesWanted);
        var schoolBefore = entry.SchoolKey;
        (entry.Difficulties, entry.Help, entry.Wanted) = (difficulties, help, facts.Wanted.Trim());
        var isOtherSchool = entry.Name(facts.School);
        entry.Say(facts.Coded);

        // Which answers changed, never what they are.
        string?[] changed =
        [
            before.Difficulties == entry.Difficulties ? null : nameof(entry.Difficulties), before.School == entry.School ? null : nameof(entry.School),
            before.Help == entry.Help ? null : nameof(entry.Help), before.Wanted == entry.Wanted ? null : nameof(entry.Wanted),
            before.Setting == entry.Setting ? null : nameof(entry.Setting), before.ServicesUsed == entry.ServicesUsed ? null : nameof(entry.ServicesUsed),
            before.ServicesWanted == entry.ServicesWanted ? null : nameof(entry.ServicesWanted),
        ];
        if (changed.Any(field => field is not null))
        {
            audit.Record(
                context, RegisterAudit.Changed, RegisterEntry.Subject, entry.Id, personIds: personIds,
                changes: [.. changed.OfType<string>().Select(field => new AuditChange(field, null, Changed))]);
        }

        if (isOtherSchool)
        {
            await otherSchool.FollowAsync(entry, schoolBefore, cancellationToken);
        }

        return [];
    }

    private static IEnumerable<FieldError> Problems(EntryFacts facts)
    {
        if (!facts.Difficulties.All(one => Enum.TryParse<Difficulty>(one, out var read) && Enum.IsDefined(read)))
        {
            yield return new FieldError(nameof(facts.Difficulties), "Choose from the list");
        }

        if (facts.Help.Length > 0 && (!Enum.TryParse<SchoolHelp>(facts.Help, out var help) || !Enum.IsDefined(help)))
        {
            yield return new FieldError(nameof(facts.Help), "Choose from the list");
        }

        foreach (var (field, text) in new[] { (nameof(facts.School), facts.School), (nameof(facts.Wanted), facts.Wanted) })
        {
            if (text.Length > JoinAnswers.MaximumText)
            {
                yield return new FieldError(field, $"Write {JoinAnswers.MaximumText} letters or fewer");
            }
            else if (text.Any(char.IsControl))
            {
                yield return new FieldError(field, "Write it in one line");
            }
        }
    }
}
