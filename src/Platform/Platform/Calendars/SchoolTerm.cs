using System.Globalization;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>One of the six terms of a school year, as most Medway schools keep it. A school may differ: academies set their own.</summary>
/// <param name="SchoolYear">The calendar year in which it begins: 2026 for 2026-27.</param>
/// <param name="Number">1 to 6.</param>
/// <param name="FirstDay">The first day for pupils.</param>
/// <param name="LastDay">The last day for pupils, inclusive.</param>
/// <param name="Note">Where schools are known to differ; null when nothing is known.</param>
[FieldClass(FieldClass.Public)]
public sealed record SchoolTerm(int SchoolYear, int Number, DateOnly FirstDay, DateOnly LastDay, string? Note)
{
    /// <summary>Terms in a school year.</summary>
    public const int InAYear = 6;

    /// <summary>Letters in a note, at most.</summary>
    public const int LongestNote = 200;

    /// <summary>"2026-27".</summary>
    public string YearName => NameOf(SchoolYear);

    /// <summary>"2026-27" for 2026.</summary>
    public static string NameOf(int schoolYear) => string.Create(CultureInfo.InvariantCulture, $"{schoolYear}-{(schoolYear + 1) % 100:00}");

    internal static void Map(ModelBuilder model) => model.Entity<SchoolTerm>(term =>
    {
        term.ToTable("school_terms", table =>
        {
            table.HasCheckConstraint("ck_school_terms_number", $"number between 1 and {InAYear}");
            table.HasCheckConstraint("ck_school_terms_days", "first_day <= last_day");
        });
        term.HasKey(t => new { t.SchoolYear, t.Number });
        term.Ignore(t => t.YearName);
        term.Property(t => t.SchoolYear).ValueGeneratedNever();
        term.Property(t => t.Note).HasMaxLength(LongestNote);
    });
}
