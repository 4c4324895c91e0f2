using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>That an entry came with the old register, and what became of it since.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class OldEntry
{
    public required Guid EntryId { get; init; }

    /// <summary>Blind index of its number in the old register: the same line twice changes nothing.</summary>
    public required byte[] NumberIndex { get; init; }

    /// <summary>Contact point in People to which the letter goes; null when the old register had no address.</summary>
    public Guid? HomeId { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The batch of letters that it stands in.</summary>
    public Guid? LettersId { get; set; }

    /// <summary>Keyed digest of the code in the letter: finds the row, opens nothing.</summary>
    public byte[]? CodeDigest { get; set; }

    /// <summary>The batch of second letters that it stands in: nobody had answered the first in time. There is no third.</summary>
    public Guid? RemindersId { get; set; }

    /// <summary>Of the code in the second letter; the one in the first stays good.</summary>
    public byte[]? ReminderDigest { get; set; }

    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>Nothing was asked for, because something in People speaks against it. Which, People alone says.</summary>
    public bool IsHeldBack { get; set; }

    public DateTimeOffset? WrittenAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public bool? IsYes { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<OldEntry> old)
    {
        old.ToTable("old_entries");
        old.HasKey(o => o.EntryId);
        old.Property(o => o.EntryId).ValueGeneratedNever();
        old.Property(o => o.Version).IsRowVersion();
        old.HasOne<RegisterEntry>().WithMany().HasForeignKey(o => o.EntryId).OnDelete(DeleteBehavior.Restrict);
        old.HasOne<OldLetters>().WithMany().HasForeignKey(o => o.LettersId).OnDelete(DeleteBehavior.Restrict);
        old.HasOne<OldLetters>().WithMany().HasForeignKey(o => o.RemindersId).OnDelete(DeleteBehavior.Restrict);
        old.HasIndex(o => o.ReminderDigest).IsUnique();
        old.HasIndex(o => o.NumberIndex).IsUnique();
        old.HasIndex(o => o.CodeDigest).IsUnique();
    }
}

/// <summary>Some of the old register that are written to together. A person makes the batch, and a person lets it go.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class OldLetters
{
    public required Guid Id { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>An account's id.</summary>
    public string? MadeBy { get; init; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public string? ReleasedBy { get; set; }

    /// <summary>They are second letters, to those who did not answer the first.</summary>
    public bool IsReminder { get; init; }

    /// <summary>By when the letters ask for an answer.</summary>
    public DateOnly? AnswerBy { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<OldLetters> letters)
    {
        letters.ToTable("old_letters");
        letters.Property(l => l.Id).ValueGeneratedNever();
        letters.Property(l => l.Version).IsRowVersion();
        letters.Property(l => l.MadeBy).HasMaxLength(100);
        letters.Property(l => l.ReleasedBy).HasMaxLength(100);
    }
}
