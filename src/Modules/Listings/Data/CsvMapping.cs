using System.Text.Json;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>Which column of somebody else's table says what, so that the next table of theirs need not be read by hand again.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class CsvMapping
{
    /// <summary>As staff call it.</summary>
    public required string Name { get; init; }

    /// <summary>Names of columns by the names of ours, as JSON.</summary>
    public required string Columns { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    public IReadOnlyDictionary<string, string> Read() => JsonSerializer.Deserialize<Dictionary<string, string>>(Columns) ?? [];

    public static string Write(IReadOnlyDictionary<string, string> columns) => JsonSerializer.Serialize(columns);
}

internal sealed class CsvMappingConfiguration : IEntityTypeConfiguration<CsvMapping>
{
    public const int LongestName = 60;

    public void Configure(EntityTypeBuilder<CsvMapping> builder)
    {
        builder.ToTable("CsvMappings");
        builder.HasKey(mapping => mapping.Name);
        builder.Property(mapping => mapping.Name).HasMaxLength(LongestName);
        builder.Property(mapping => mapping.Columns).HasColumnType("jsonb");
    }
}
