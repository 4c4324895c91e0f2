using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.OpenShortlist;

namespace Medway.LocalOffer.Search.Features.MakePack;

/// <summary>Puts services together under a title, for somebody to open or print. Anybody may; nobody's data may stand in it.</summary>
/// <returns>The code of its address.</returns>
internal sealed record MakePack(string Title, string Note, IReadOnlyList<string> Slugs) : ICommand<string>
{
    public const int MostSlugs = 30;

    public Permission Permission => Permission.ReadPublished;
}

internal sealed class MakePackValidator : AbstractValidator<MakePack>
{
    public MakePackValidator()
    {
        RuleFor(pack => pack.Title).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Write a title, like “Things to do in Gillingham”")
            .MaximumLength(Pack.LongestTitle).WithMessage($"Make the title shorter: {Pack.LongestTitle} letters at most")
            .Must(title => !title.Any(char.IsControl)).WithMessage("Write the title in one line")
            .Must(HasNoHiddenSigns).WithMessage("There is a hidden sign in the title that would turn its letters round. Type the title again")
            .Must(title => PersonalText.Problem(title) is null).WithMessage(pack => PersonalText.Problem(pack.Title));
        RuleFor(pack => pack.Note).Cascade(CascadeMode.Stop)
            .MaximumLength(Pack.LongestNote).WithMessage($"Make the note shorter: {Pack.LongestNote} letters at most")
            .Must(HasNoHiddenSigns).WithMessage("There is a hidden sign in the note that would turn its letters round. Type the note again")
            .Must(note => PersonalText.Problem(note) is null).WithMessage(pack => PersonalText.Problem(pack.Note));
        RuleFor(pack => pack.Slugs)
            .NotEmpty().WithMessage("Choose at least one service")
            .Must(slugs => slugs.Count <= MakePack.MostSlugs).WithMessage($"Choose fewer: a pack holds {MakePack.MostSlugs} services at most");
    }

    /// <summary>Signs for the direction of writing make a text read as another one. Joiners stay: emoji are made with them.</summary>
    private static bool HasNoHiddenSigns(string text) => !text.Any(sign => sign is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C');
}

internal sealed class MakePackHandler(SearchDbContext context, IMediator mediator, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<MakePack, Outcome<string>>
{
    /// <summary>No sign that can be taken for another one.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int CodeLength = 12;

    public async Task<Outcome<string>> Handle(MakePack request, CancellationToken cancellationToken)
    {
        var known = (await mediator.Send(new OpenShortlist.OpenShortlist(request.Slugs), cancellationToken)).Value;
        if (known.Gone > 0)
        {
            return Outcome.Invalid(
                nameof(request.Slugs), known.Gone == 1 ? "We do not know one of these services. Take it out" : $"We do not know {known.Gone} of these services. Take them out");
        }

        var today = clock.Today();
        var pack = new Pack
        {
            Code = RandomNumberGenerator.GetString(Signs, CodeLength),
            Title = request.Title.Trim(),
            Note = request.Note.Trim(),
            Slugs = [.. request.Slugs],
            MadeOn = today,
            LastDay = today.AddYears(1),
        };
        context.Packs.Add(pack);
        audit.Record(context, SearchAudit.PackMade, "pack", null);
        await context.SaveChangesAsync(cancellationToken);
        return pack.Code;
    }
}
