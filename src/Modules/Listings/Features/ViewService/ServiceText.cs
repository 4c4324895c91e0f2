using System.Text;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Freshness;

namespace Medway.LocalOffer.Listings.Features.ViewService;

/// <summary>Lines that belong together.</summary>
internal sealed record TextPart(string? Heading, IReadOnlyList<string> Lines);

/// <summary>The page of a service as words alone: for large print, for a text message, for whoever cannot use a page.</summary>
internal static class ServiceText
{
    public static IReadOnlyList<TextPart> Parts(ServiceView service)
    {
        var unknown = $"Not known. {service.Ask}.";
        List<TextPart> parts =
        [
            new(null, [service.Summary]),
            new("Who can go", Said(
                service.Ages is null ? $"Ages: not known. {service.Ask}." : Sentence(service.Ages),
                service.Needs is null ? $"Which needs: not known. {service.Ask}." : Sentence(service.Needs),
                service.AlsoNamed is null ? null : Sentence("They name these needs: " + service.AlsoNamed),
                service.Eligibility,
                service.DiagnosisNeeded switch { true => "You need a diagnosis.", false => "You do not need a diagnosis.", _ => null })),
            new("When", Said(
                [service.Times is null && service.Sessions.Count == 0 ? unknown : service.Times is null ? null : Sentence(service.Times),
                .. service.Times is null ? service.Sessions.Select(Sentence) : [],
                .. service.Next.Select((next, index) => Sentence((index == 0 ? "Next: " : "Then: ") + SessionWords.Of(next)))])),
            new("Where", Said(
                [.. service.Places.Select(place => CardWords.FullPlace(place.Words)).Select(words => words is null ? null : Sentence(words)),
                service.Area is null ? null : Sentence(service.Area),
                service.ComesToYou ? "They come to you." : null,
                service.IsOnline ? "Online." : null,
                service.Places.Count == 0 && service.Area is null && !service.IsOnline && !service.ComesToYou ? unknown : null])),
            new("Cost", [service.Cost is null ? unknown : Sentence(service.Cost)]),
            new("How to start", Said(
                service.Start ?? unknown,
                service.Phone is null ? "Phone: not known." : $"Phone: {service.Phone}",
                service.Email is null ? null : $"E-mail: {service.Email}",
                service.Website is null ? null : $"Website: {service.Website}",
                service.CanBeAsked ? null : "Nobody has told us how to reach them. Ask the council.")),
        ];
        if (service.GettingIt is { IsAsked: true } it)
        {
            parts.Add(new("How to get it", Said(
                it.Level,
                "Who decides? " + (it.WhoDecides ?? unknown),
                "What are the steps? " + (it.How ?? unknown),
                "How long is the wait? " + (it.UsualWait ?? unknown),
                "What if they say no? " + (it.IfRefused ?? unknown))));
        }

        if (service.FirstVisit is not null)
        {
            parts.Add(new("Your first visit", [service.FirstVisit]));
        }

        parts.AddRange(service.Access.Select(group => new TextPart(group.Heading, Said(
            [.. group.Known.Select(line => $"{line.Answer}: {line.Words}.{(line.Note is null ? "" : $" {Sentence(line.Note)}")}"),
            group.Unknown.Any() ? "Not known: " + Sentence(string.Join("; ", group.Unknown.Select(line => line.Words))) : null]))));
        parts.Add(new("Who runs it", [Sentence(service.Organisation)]));
        parts.Add(new("How sure are we?", Said(
            Sentence(SureWords.Of(service.Sureness, service.CheckedOn)),
            service.AskedOn is { } asked ? $"We asked them on {asked.Long()}." : null,
            service.HardWords.Count == 0 ? null : string.Join(" ", service.HardWords))));
        return parts;
    }

    /// <param name="link">Of the page that it is taken from.</param>
    public static string Plain(ServiceView service, string link)
    {
        var text = new StringBuilder().Append(service.Name).Append("\n\n");
        foreach (var part in Parts(service))
        {
            if (part.Heading is not null)
            {
                text.Append(part.Heading.ToUpperInvariant()).Append('\n');
            }

            text.AppendJoin('\n', part.Lines).Append("\n\n");
        }

        return text.Append("From ").Append(link).Append('\n').ToString();
    }

    private static IReadOnlyList<string> Said(params IEnumerable<string?> lines) => [.. lines.OfType<string>()];

    private static string Sentence(string words) => words.EndsWith('.') ? words : words + ".";
}
