using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Feedback.Features.SeeYouSaid;

/// <summary>Every published line of every module, the newest first.</summary>
internal sealed record SeeYouSaid : IQuery<IReadOnlyList<YouSaid>>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class SeeYouSaidHandler(IEnumerable<IYouSaid> sources) : IRequestHandler<SeeYouSaid, Outcome<IReadOnlyList<YouSaid>>>
{
    public async Task<Outcome<IReadOnlyList<YouSaid>>> Handle(SeeYouSaid request, CancellationToken cancellationToken)
    {
        List<YouSaid> lines = [];
        foreach (var source in sources)
        {
            lines.AddRange(await source.PublishedAsync(cancellationToken));
        }

        return Outcome.Ok<IReadOnlyList<YouSaid>>([.. lines.OrderByDescending(line => line.PublishedOn).ThenBy(line => line.Source, StringComparer.Ordinal).ThenBy(line => line.Id, StringComparer.Ordinal)]);
    }
}
