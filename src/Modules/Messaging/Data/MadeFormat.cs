using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Messaging.Data;

internal enum MakeOutcome
{
    /// <summary>It is there, and goes its way now.</summary>
    Ready,

    /// <summary>Somebody told the right person in it: a reader, a signer, an interpreter.</summary>
    Told,

    /// <summary>Nobody can make it; the reason says why.</summary>
    CannotBeMade,
}

/// <summary>What came of the task to make one message in Braille, as a recording or in British Sign Language.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class MadeFormat
{
    public const int LongestReason = 300;
    public const int LongestPath = 200;

    public required Guid MessageId { get; init; }

    public required MessageFormat Format { get; init; }

    public required string Language { get; init; }

    public required MakeOutcome Outcome { get; init; }

    public string? Reason { get; init; }

    /// <summary>Where a recording or a film stands on this site; only for words that say nothing of anybody.</summary>
    public string? Path { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? By { get; init; }

    /// <summary>Formats that people make. Easy Read is written once for all, and large print is the printer's business.</summary>
    public static bool IsMade(MessageFormat format) => format is MessageFormat.Braille or MessageFormat.Audio or MessageFormat.Bsl;

    public static void Map(EntityTypeBuilder<MadeFormat> made)
    {
        made.ToTable("made_formats");
        made.HasKey(m => m.MessageId);
        made.Property(m => m.MessageId).ValueGeneratedNever();
        made.Property(m => m.Language).HasMaxLength(10);
        made.Property(m => m.Reason).HasMaxLength(LongestReason);
        made.Property(m => m.Path).HasMaxLength(LongestPath);
        made.HasOne<Message>().WithMany().HasForeignKey(m => m.MessageId).OnDelete(DeleteBehavior.Restrict);
    }
}
