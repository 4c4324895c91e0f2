namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>Somebody says that the computed colour is wrong.</summary>
/// <param name="To">Shown instead.</param>
/// <param name="Until">The board that it is for; from the day after it no longer counts.</param>
internal sealed record BragOverride(Brag To, DateOnly Until)
{
    /// <summary>One step, never into or out of Blue, never out of Grey, and never to Green while a part is late.</summary>
    public static bool IsAllowed(Brag computed, Brag to, PartFacts part) =>
        computed is Brag.Red or Brag.Amber or Brag.Green
        && to is Brag.Red or Brag.Amber or Brag.Green
        && Math.Abs(computed - to) == 1
        && !(to == Brag.Green && part.DaysPastDue > 0 && !part.IsComplete);

    /// <summary>What a reader sees: the override while it lasts and is still one step from what is computed.</summary>
    public static Brag Shown(Brag computed, BragOverride? says, PartFacts part, DateOnly today) =>
        says is not null && today <= says.Until && IsAllowed(computed, says.To, part) ? says.To : computed;
}
