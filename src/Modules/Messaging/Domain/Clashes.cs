namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>Something planned for an audience; both days belong to it.</summary>
internal sealed record PlannedSpan(Guid Id, string Audience, DateOnly From, DateOnly To);

/// <summary>Two things for the same people within a week of each other.</summary>
internal static class Clashes
{
    private const int Apart = 7;

    public static IReadOnlyList<Guid> Of(Guid id, IReadOnlyList<PlannedSpan> all) => all.FirstOrDefault(span => span.Id == id) is not { } own
        ? []
        : [.. all.Where(other => other.Id != id && other.Audience == own.Audience && other.From < own.To.AddDays(Apart) && own.From < other.To.AddDays(Apart)).Select(other => other.Id)];
}
