using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Joining;

namespace Medway.LocalOffer.Register.Features.Join.StartJoining;

/// <summary>Anybody may begin; answers with the code by which they come back.</summary>
internal sealed record StartJoining : ICommand<string>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class StartJoiningHandler(Drafts drafts) : IRequestHandler<StartJoining, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(StartJoining request, CancellationToken cancellationToken) => await drafts.StartAsync(cancellationToken);
}
