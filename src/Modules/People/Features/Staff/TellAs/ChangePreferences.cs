using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;


namespace Medway.LocalOffer.People.Features.Staff.TellAs;

/// <summary>Staff write down how a person likes to be told.</summary>
internal sealed record ChangePreferences(Guid PersonId, LikedWay Liked) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;
}

internal sealed class ChangePreferencesHandler(PreferencesWriter writer) : IRequestHandler<ChangePreferences, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(ChangePreferences request, CancellationToken cancellationToken) =>
        writer.WriteAsync(request.PersonId, request.Liked, cancellationToken);
}
