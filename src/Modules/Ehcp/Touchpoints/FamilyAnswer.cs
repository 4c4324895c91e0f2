using System.Linq.Expressions;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What a family says of something. Stored.</summary>
internal enum FamilySays
{
    Yes,
    Partly,
    No,
}

/// <summary>What somebody says after a decision, a draft, a final plan or a review: whether they know what happens next, and with every draft how it was for them.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FamilyAnswer
{
    public const int MaximumWords = 2000;

    /// <summary>The form that goes with every draft asks more.</summary>
    public const string Draft = "NA-15";

    /// <summary>The four after which it is asked: the decision to assess, the draft, the final plan and the decision after a review.</summary>
    public static readonly IReadOnlyList<string> Codes = ["NA-07", Draft, "NA-18", "AR-04"];

    /// <summary>As a query takes them.</summary>
    private static readonly List<string> AskedCodes = [.. Codes];

    /// <summary>What has left to somebody, or was said to them: after it they may be asked.</summary>
    public static readonly Expression<Func<Touchpoint, bool>> IsAskedAfter = one => AskedCodes.Contains(one.Code) && one.Words != null
        && (one.State == TouchpointState.Asked || one.State == TouchpointState.Made || one.State == TouchpointState.NotMade);

    public required Guid Id { get; init; }

    /// <summary>What it is about; it says whose answer it is.</summary>
    public required Guid TouchpointId { get; init; }

    public required FamilySays KnowsNext { get; set; }

    /// <summary>Whether the way to the draft was good for them; null after anything else.</summary>
    public FamilySays? WasGood { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? Words { get; set; }

    public required DateTimeOffset AnsweredAt { get; set; }

    /// <summary>The account of the officer who was told it by phone; null when they wrote it themselves.</summary>
    public string? WrittenBy { get; set; }

    /// <param name="isDraft">Of anything else nobody asks whether it was good.</param>
    public void Say(IHowItWas said, bool isDraft, DateTimeOffset at, string? writtenBy)
    {
        (KnowsNext, WasGood, AnsweredAt, WrittenBy) = (said.KnowsNext, isDraft ? said.WasGood : null, at, writtenBy);
        Words = string.IsNullOrWhiteSpace(said.Words) ? null : said.Words.Trim();
    }

    public static void Map(EntityTypeBuilder<FamilyAnswer> answer)
    {
        answer.ToTable("answers");
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.WrittenBy).HasMaxLength(100);
        answer.HasOne<Touchpoint>().WithMany().HasForeignKey(a => a.TouchpointId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => a.TouchpointId).IsUnique();
        answer.HasIndex(a => a.AnsweredAt);
    }
}
