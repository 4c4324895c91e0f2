using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>What whoever runs a service says is wrong with its page, through the link that asked them to check it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Suggestion
{
    public required Guid Id { get; init; }

    public required Guid ServiceId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Free text: it may name somebody.</summary>
    [FieldClass(FieldClass.Personal)]
    public required string Text { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public Guid? DoneBy { get; set; }
}

internal sealed class SuggestionConfiguration : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.ToTable("Suggestions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.ServiceId);
        builder.HasOne<Service>().WithMany().HasForeignKey(s => s.ServiceId);
    }
}
