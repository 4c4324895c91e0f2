using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Voices;

/// <summary>
/// Challenges every decision, and every part that is done, about which nobody asked children or young people (action 4.1). A challenge is open
/// until somebody answers it.
/// </summary>
internal sealed class YoungVoices(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock)
{
    /// <summary>What children and young people had a say in.</summary>
    public IQueryable<Engagement> Input => context.Engagements.Where(one => YoungInput.Groups.Contains(one.AskedGroup) && one.Level != YoungInput.WithoutASay);

    /// <summary>Of a part that is done: once, however often it is told.</summary>
    public async Task ChallengePartAsync(Guid partId, CancellationToken cancellationToken)
    {
        if (await Input.AnyAsync(one => one.PartId == partId, cancellationToken) || await context.Matters.AnyAsync(matter => matter.ChallengesId == partId, cancellationToken))
        {
            return;
        }

        var part = await context.Parts.Where(part => part.Id == partId).Join(context.Actions, part => part.ActionId, action => action.Id, (part, action) => new { part.Reference, action.Leads })
            .SingleAsync(cancellationToken);
        Raise($"Part {part.Reference} is done, and no child or young person was asked", "Nobody has written down that children or young people had a say in it. Ask them, or say why nobody did.", partId, partId, part.Leads);
    }

    /// <summary>Of a decision that was made.</summary>
    public async Task ChallengeDecisionAsync(Matter decision, CancellationToken cancellationToken)
    {
        if (!await Input.AnyAsync(one => one.MatterId == decision.Id || (one.PartId != null && one.PartId == decision.PartId), cancellationToken))
        {
            Raise(
                "A decision was made, and no child or young person was asked",
                $"The decision: {decision.Title}. Nobody has written down that children or young people had a say in it. Ask them, or say why nobody did.", decision.Id, decision.PartId, decision.Owner);
        }
    }

    private void Raise(string title, string words, Guid about, Guid? part, string owner)
    {
        var now = clock.GetUtcNow();
        var challenge = new Matter
        {
            Id = Guid.CreateVersion7(now),
            Kind = MatterKind.Challenge,
            Title = title,
            Words = words,
            PartId = part,
            Owner = owner.Length <= Matter.MaximumOwner ? owner : $"{owner[..(Matter.MaximumOwner - 1)].TrimEnd()}…",
            Due = UkTime.DateIn(now).AddDays(PartFacts.DaysOfACycle),
            ChallengesId = about,
            At = now,
            By = actor.Id,
            ByRole = "The service",
        };
        context.Matters.Add(challenge);
        audit.Record(context, ImprovementAudit.MatterRaised, Matter.Subject, challenge.Id, changes: [new AuditChange("kind", null, $"{challenge.Kind}")]);
    }
}
