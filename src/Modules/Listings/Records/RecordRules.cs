using System.Net.Mail;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>What a record must be before it can be kept, in words for whoever typed it. Field names are those of the documents.</summary>
internal sealed partial class RecordRules(ListingsDbContext context)
{
    public async Task<IReadOnlyList<FieldError>> ProblemsAsync(Guid id, RecordDocument document, CancellationToken cancellationToken)
    {
        List<FieldError> problems = [];
        switch (document)
        {
            case ServiceDocument service:
                OfService(service, problems);
                if (!await context.Organisations.AnyAsync(o => o.Id == service.OrganisationId && o.State == RecordState.Live, cancellationToken))
                {
                    problems.Add(new(nameof(service.OrganisationId), "Choose who runs it"));
                }

                if (service.Places.Count > Limits.Rows || await context.Places.CountAsync(place => service.Places.Contains(place.Id), cancellationToken) < service.Places.Count)
                {
                    problems.Add(new(nameof(service.Places), $"Choose places from the list, {Limits.Rows} or fewer"));
                }

                await CheckSlugAsync(RecordKind.Service, id, service.Slug, problems, cancellationToken);
                break;
            case OrganisationDocument organisation:
                Required(problems, nameof(organisation.Name), organisation.Name, Limits.Name, "Write its name");
                Longest(problems, nameof(organisation.Description), organisation.Description, Limits.Summary);
                Contacts(problems, organisation.Phone, organisation.Email, organisation.Website);
                await CheckSlugAsync(RecordKind.Organisation, id, organisation.Slug, problems, cancellationToken);
                break;
            case PlaceDocument place:
                OfPlace(place, problems);
                break;
        }

        return problems;
    }

    private static void OfService(ServiceDocument service, List<FieldError> problems)
    {
        Required(problems, nameof(service.Name), service.Name, Limits.Name, "Write its name");
        Required(problems, nameof(service.Summary), service.Summary, Limits.Summary, "Write in one sentence what it is");
        if (!Vocabulary.Kinds.Contains(service.Type))
        {
            problems.Add(new(nameof(service.Type), "Choose what kind of help it is"));
        }

        if (service.AgeFrom > service.AgeTo)
        {
            problems.Add(new(nameof(service.AgeTo), "The oldest age is below the youngest. Swap them or correct one"));
        }

        if (service.CheckMonths is < 1 or > 24)
        {
            problems.Add(new(nameof(service.CheckMonths), "Choose 3 or 6 months"));
        }

        Longest(problems, nameof(service.Eligibility), service.Eligibility, Limits.Note);
        Longest(problems, nameof(service.Times), service.Times, Limits.Note);
        Longest(problems, nameof(service.FirstVisit), service.FirstVisit, Limits.LongNote);
        Longest(problems, nameof(service.WhoDecides), service.WhoDecides, Limits.Note);
        Longest(problems, nameof(service.HowToGet), service.HowToGet, Limits.LongNote);
        Longest(problems, nameof(service.UsualWait), service.UsualWait, Limits.Name);
        Longest(problems, nameof(service.IfRefused), service.IfRefused, Limits.Note);
        Contacts(problems, service.Phone, service.Email, service.Website);
    }

    private static void OfPlace(PlaceDocument place, List<FieldError> problems)
    {
        if (place.Name is null && place.Address is null && place.Town is null && place.Postcode is null)
        {
            problems.Add(new(nameof(place.Name), "Write a name, a street, a town or a postcode"));
        }

        Longest(problems, nameof(place.Name), place.Name, Limits.Name);
        Longest(problems, nameof(place.Address), place.Address, Limits.Street);
        Longest(problems, nameof(place.Town), place.Town, Limits.Town);
        if (place.Postcode is { } postcode && !FullPostcode().IsMatch(postcode))
        {
            problems.Add(new(nameof(place.Postcode), "Write a whole postcode, like ME4 4TR, or leave it empty"));
        }

        if ((place.Latitude is null) != (place.Longitude is null))
        {
            problems.Add(new(nameof(place.Latitude), "Write both numbers of the position, or none"));
        }
        else if (place.Latitude is < Limits.South or > Limits.North || place.Longitude is < Limits.West or > Limits.East)
        {
            problems.Add(new(nameof(place.Latitude), "This is not in the United Kingdom. A latitude here is like 51.38, a longitude like 0.52"));
        }
    }

    private static void Contacts(List<FieldError> problems, string? phone, string? email, string? website)
    {
        if (phone is not null && (phone.Length > Limits.Phone || !Phone().IsMatch(phone) || phone.Count(char.IsAsciiDigit) is < 3 or > 15))
        {
            problems.Add(new("Phone", "Write one phone number with digits and spaces, like 01632 960001"));
        }

        if (email is not null && (email.Length > Limits.Email || !MailAddress.TryCreate(email, out var address) || address.Address != email))
        {
            problems.Add(new("Email", "Write an e-mail address like name@example.com"));
        }

        if (website is not null && (website.Length > Limits.Address || !Uri.TryCreate(website, UriKind.Absolute, out var page)
            || (page.Scheme != Uri.UriSchemeHttps && page.Scheme != Uri.UriSchemeHttp) || !page.Host.Contains('.', StringComparison.Ordinal)
            || page.UserInfo.Length > 0 || website.Any(char.IsWhiteSpace)))
        {
            problems.Add(new("Website", "Write the whole web address, starting with https:// or http://"));
        }
    }

    private async Task CheckSlugAsync(RecordKind kind, Guid id, string slug, List<FieldError> problems, CancellationToken cancellationToken)
    {
        if (!NaturalKey.IsSlug(slug))
        {
            problems.Add(new("Slug", "Use small letters, numbers and single dashes, like tide-club"));
        }
        else if (await (kind == RecordKind.Service
                ? context.Services.AnyAsync(service => service.Slug == slug && service.Id != id, cancellationToken)
                : context.Organisations.AnyAsync(o => o.Slug == slug && o.Id != id, cancellationToken))
            || await context.FormerSlugs.AnyAsync(former => former.Kind == kind && former.Slug == slug && former.RecordId != id, cancellationToken))
        {
            problems.Add(new("Slug", "Another page has this address, or had it once. Choose another"));
        }
    }

    private static void Required(List<FieldError> problems, string field, string text, int longest, string message)
    {
        if (text.Length == 0)
        {
            problems.Add(new(field, message));
        }

        Longest(problems, field, text, longest);
    }

    private static void Longest(List<FieldError> problems, string field, string? text, int longest)
    {
        if (text is not null && text.Length > longest)
        {
            problems.Add(new(field, $"Write {longest} letters or fewer"));
        }
        else if (text is not null && text.Any(character => char.IsControl(character) && character is not ('\n' or '\r')))
        {
            problems.Add(new(field, "This holds a character that cannot be stored. Type the text again"));
        }
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 ()-]*$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}$")]
    private static partial Regex FullPostcode();
}
