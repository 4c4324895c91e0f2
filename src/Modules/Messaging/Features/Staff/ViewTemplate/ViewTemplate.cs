using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewTemplate;

internal sealed record ViewTemplate(Guid Id) : IQuery<TemplateView>
{
    public Permission Permission => MessagingPermissions.WriteTemplates;
}

/// <param name="Previews">The words with each awkward name, or with sample values when there is no field for a name.</param>
/// <param name="Segments">Of a text message; 0 elsewhere.</param>
internal sealed record VersionView(TemplateVersion Version, double Age, int Segments, IReadOnlyList<(string Why, Rendered Words)> Previews, TemplateVersion? Before);

internal sealed record TemplateView(Template Template, IReadOnlyList<TemplateField> Fields, IReadOnlyList<VersionView> Versions);

internal sealed class ViewTemplateHandler(MessagingDbContext context, Words words) : IRequestHandler<ViewTemplate, Outcome<TemplateView>>
{
    public async Task<Outcome<TemplateView>> Handle(ViewTemplate request, CancellationToken cancellationToken)
    {
        if (await context.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken) is not { } template)
        {
            return Outcome.NotFound;
        }

        var fields = TemplateField.Read(template.Fields);
        var versions = await context.Versions.AsNoTracking().Where(v => v.TemplateId == template.Id && v.State != VersionState.Retired)
            .OrderBy(v => v.Channel).ThenBy(v => v.Format).ThenBy(v => v.Language).ThenByDescending(v => v.Number).ToListAsync(cancellationToken);
        return new TemplateView(template, fields, [.. versions.Select(version => new VersionView(
            version,
            MessageReadingAge.Of(version.Subject, version.Body),
            version.Channel == MessageChannel.Sms ? SmsText.Segments(Preview(version, fields, AwkwardNames.All[0].Name).Body) : 0,
            fields.Any(field => field.Kind == FieldKind.Personal)
                ? [.. AwkwardNames.All.Select(awkward => (awkward.Why, Preview(version, fields, awkward.Name)))]
                : [("With sample values", Preview(version, fields, "Sam Sample"))],
            version.State == VersionState.Draft
                ? versions.FirstOrDefault(v => v.State == VersionState.Approved && v.Channel == version.Channel && v.Format == version.Format && v.Language == version.Language)
                : null))]);
    }

    private Rendered Preview(TemplateVersion version, IReadOnlyList<TemplateField> fields, string name) => words.Of(
        version.Channel, version.Subject, version.Body, fields, fields.ToDictionary(field => field.Name, field => Sample(field.Kind, name)));

    private static string Sample(FieldKind kind, string name) => kind switch
    {
        FieldKind.Personal => name,
        FieldKind.Code => "123456",
        FieldKind.Link => "/link/sample",
        FieldKind.Prose => "First line.\nSecond line.",
        _ => "3 November 2026",
    };
}
