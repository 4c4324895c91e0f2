using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>A bank holiday in England and Wales (Banking and Financial Dealings Act 1971), or Christmas Day or Good Friday, which are so by custom.</summary>
/// <param name="Date">In London. Where the day itself falls on a weekend, the substitute day.</param>
/// <param name="Name">As people know it, for example <c>Early May bank holiday</c>.</param>
[FieldClass(FieldClass.Public)]
public sealed record BankHoliday(DateOnly Date, string Name)
{
    /// <summary>Letters in a name, at most.</summary>
    public const int LongestName = 100;

    internal static void Map(ModelBuilder model) => model.Entity<BankHoliday>(holiday =>
    {
        holiday.ToTable("bank_holidays");
        holiday.HasKey(h => h.Date);
        holiday.Property(h => h.Name).HasMaxLength(LongestName);
    });
}
