using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeSchoolTerm;

/// <param name="FirstDay">Null when what was typed is no date.</param>
/// <param name="Seen">The days and the note as they stood on the form.</param>
internal sealed record ChangeSchoolTerm(int SchoolYear, int Number, DateOnly? FirstDay, DateOnly? LastDay, string Note, string Reason, string Seen) : ICommand<Done>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

internal sealed record ViewSchoolTerm(int SchoolYear, int Number) : IQuery<SchoolTerm>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

internal sealed class ChangeSchoolTermValidator : AbstractValidator<ChangeSchoolTerm>
{
    public ChangeSchoolTermValidator()
    {
        RuleFor(term => term.FirstDay).IsADate("1 9 2027");
        RuleFor(term => term.LastDay).IsADate("15 10 2027");
        RuleFor(term => term.Note).MaximumLength(SchoolTerm.LongestNote).WithMessage($"Make it shorter: {SchoolTerm.LongestNote} letters at most");
        RuleFor(term => term.Note).Must(note => !note.Any(char.IsControl)).WithMessage("Write it in one line");
        RuleFor(term => term.Reason).IsAReason();
    }
}

internal sealed class ViewSchoolTermHandler(PlatformDbContext context) : IRequestHandler<ViewSchoolTerm, Outcome<SchoolTerm>>
{
    public async Task<Outcome<SchoolTerm>> Handle(ViewSchoolTerm request, CancellationToken cancellationToken) =>
        await context.SchoolTerms.AsNoTracking()
            .SingleOrDefaultAsync(term => term.SchoolYear == request.SchoolYear && term.Number == request.Number, cancellationToken) is { } known
            ? known
            : Outcome.NotFound;
}

internal sealed class ChangeSchoolTermHandler(PlatformDbContext context, CalendarWriter writer) : IRequestHandler<ChangeSchoolTerm, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeSchoolTerm request, CancellationToken cancellationToken)
    {
        await writer.LockAsync(cancellationToken);
        var all = await context.SchoolTerms.AsNoTracking().ToListAsync(cancellationToken);
        if (all.Find(term => term.SchoolYear == request.SchoolYear && term.Number == request.Number) is not { } before)
        {
            return Outcome.NotFound;
        }

        if (before.InWords() != request.Seen)
        {
            return Outcome.Conflict("Somebody else changed this term while you had it open. What it is now stands below; what you typed is still in the boxes.");
        }

        var after = before with
        {
            FirstDay = request.FirstDay!.Value,
            LastDay = request.LastDay!.Value,
            Note = request.Note.Trim() is { Length: > 0 } note ? note : null,
        };
        if (new SchoolTerms(all).ComplaintAbout(after) is { } complaint)
        {
            return Outcome.Invalid(nameof(request.FirstDay), complaint);
        }

        context.Update(after);
        await writer.SaveAsync($"{after.YearName} term {after.Number}", before.InWords(), after.InWords(), request.Reason.Trim(), cancellationToken);
        return default(Done);
    }
}

internal static class SchoolTermWords
{
    /// <summary>What can be changed of a term, for the trail and to notice a change by somebody else.</summary>
    public static string InWords(this SchoolTerm term) => $"{term.FirstDay:yyyy-MM-dd} to {term.LastDay:yyyy-MM-dd} {term.Note}".TrimEnd();
}
