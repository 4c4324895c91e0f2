using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Advice that somebody with a sign-in of their own is asked for, and what they sent.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AdviceAsk
{
    public const string Subject = "ehc_advice";
    public const int MaximumAdvice = 20_000;

    public required Guid Id { get; init; }

    /// <summary>The event "advice asked for".</summary>
    public required Guid EventId { get; init; }

    /// <summary>The account of whoever is asked; another can be asked until the advice is here.</summary>
    public required Guid AccountId { get; set; }

    public required DateTimeOffset AskedAt { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? Advice { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<AdviceAsk> ask)
    {
        ask.ToTable("advice_asks");
        ask.Property(a => a.Id).ValueGeneratedNever();
        ask.Property(a => a.Version).IsRowVersion();
        ask.HasOne<EhcEvent>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict);
        ask.HasIndex(a => a.EventId).IsUnique();
        ask.HasIndex(a => a.AccountId);
    }
}
