using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.People.Features.My.OwnPreferences;

/// <summary>How the person who is signed in likes to be told. It is their own: looking at it is nobody's reading.</summary>
internal sealed record SeeOwnPreferences : IQuery<Preferences>
{
    public Permission Permission => PeoplePermissions.OwnPreferences;
}

internal sealed record ChangeOwnPreferences(LikedWay Liked) : ICommand<Done>
{
    public Permission Permission => PeoplePermissions.OwnPreferences;
}

internal sealed class SeeOwnPreferencesHandler(IPeople people, Actor actor) : IRequestHandler<SeeOwnPreferences, Outcome<Preferences>>
{
    public async Task<Outcome<Preferences>> Handle(SeeOwnPreferences request, CancellationToken cancellationToken) =>
        actor.PersonId is { } own && (await people.PreferencesAsync([own], cancellationToken)).TryGetValue(own, out var preferences) ? preferences : Outcome.NotFound;
}

internal sealed class ChangeOwnPreferencesHandler(PreferencesWriter writer, Actor actor) : IRequestHandler<ChangeOwnPreferences, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeOwnPreferences request, CancellationToken cancellationToken) =>
        actor.PersonId is { } own ? await writer.WriteAsync(own, request.Liked, cancellationToken) : Outcome.NotFound;
}
