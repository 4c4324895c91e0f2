using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Web.Features.Staff.ChangeSchoolTerm;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.AddSchoolTerm;

/// <summary>Adds the term that follows the last one, so that there is never a gap.</summary>
/// <param name="SchoolYear">Of the term that the form said it would add.</param>
/// <param name="FirstDay">Null when what was typed is no date.</param>
internal sealed record AddSchoolTerm(int SchoolYear, int Number, DateOnly? FirstDay, DateOnly? LastDay, string Note, string Reason) : ICommand<Done>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

internal sealed record NextSchoolTerm : IQuery<NextTerm>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

/// <param name="After">The last term that is there; null when none is.</param>
internal sealed record NextTerm(int SchoolYear, int Number, SchoolTerm? After)
{
    public static async Task<NextTerm> ReadAsync(PlatformDbContext context, TimeProvider clock, CancellationToken cancellationToken)
    {
        var terms = new SchoolTerms(await context.SchoolTerms.AsNoTracking().ToListAsync(cancellationToken));

        // A school year begins in September.
        var today = clock.Today();
        var (year, number) = terms.Next ?? (today.Month >= 9 ? today.Year : today.Year - 1, 1);
        return new NextTerm(year, number, terms.All.Count == 0 ? null : terms.All[^1]);
    }
}

internal sealed class AddSchoolTermValidator : AbstractValidator<AddSchoolTerm>
{
    public AddSchoolTermValidator()
    {
        RuleFor(term => term.FirstDay).IsADate("1 9 2027");
        RuleFor(term => term.LastDay).IsADate("15 10 2027");
        RuleFor(term => term.Note).MaximumLength(SchoolTerm.LongestNote).WithMessage($"Make it shorter: {SchoolTerm.LongestNote} letters at most");
        RuleFor(term => term.Note).Must(note => !note.Any(char.IsControl)).WithMessage("Write it in one line");
        RuleFor(term => term.Reason).IsAReason();
    }
}

internal sealed class NextSchoolTermHandler(PlatformDbContext context, TimeProvider clock) : IRequestHandler<NextSchoolTerm, Outcome<NextTerm>>
{
    public async Task<Outcome<NextTerm>> Handle(NextSchoolTerm request, CancellationToken cancellationToken) =>
        await NextTerm.ReadAsync(context, clock, cancellationToken);
}

internal sealed class AddSchoolTermHandler(PlatformDbContext context, CalendarWriter writer, TimeProvider clock) : IRequestHandler<AddSchoolTerm, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AddSchoolTerm request, CancellationToken cancellationToken)
    {
        await writer.LockAsync(cancellationToken);
        var next = await NextTerm.ReadAsync(context, clock, cancellationToken);
        if ((next.SchoolYear, next.Number) != (request.SchoolYear, request.Number))
        {
            return Outcome.Conflict("Somebody else added that term while you had this open. The form is about the next one now; what you typed is still in the boxes.");
        }

        var term = new SchoolTerm(
            request.SchoolYear, request.Number, request.FirstDay!.Value, request.LastDay!.Value, request.Note.Trim() is { Length: > 0 } note ? note : null);
        if (new SchoolTerms(next.After is { } last ? [last] : []).ComplaintAbout(term) is { } complaint)
        {
            return Outcome.Invalid(nameof(request.FirstDay), complaint);
        }

        context.Add(term);
        await writer.SaveAsync($"{term.YearName} term {term.Number}", null, term.InWords(), request.Reason.Trim(), cancellationToken);
        return default(Done);
    }
}
