using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Data;

/// <summary>
/// An old address that leads somewhere. Those that a rename or a move writes lead to the document, wherever it stands by then, so that
/// chains and loops cannot arise; those that staff write lead to a path.
/// </summary>
[FieldClass(FieldClass.Public)]
internal sealed class Redirect
{
    /// <summary>Lower-case, with a leading slash.</summary>
    public required string FromPath { get; init; }

    public Guid? DocumentId { get; set; }

    public string? ToPath { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Id of the account, or the job's name.</summary>
    [FieldClass(FieldClass.Staff)]
    public required string CreatedBy { get; set; }
}

internal sealed class RedirectConfiguration : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> builder)
    {
        builder.ToTable("Redirects", table =>
        {
            table.HasCheckConstraint("ck_redirects_one_end", "(document_id is null) <> (to_path is null)");
            table.HasCheckConstraint("ck_redirects_loop", "from_path <> to_path");
        });
        builder.HasKey(r => r.FromPath);
        builder.Property(r => r.FromPath).HasMaxLength(Limits.Path);
        builder.Property(r => r.ToPath).HasMaxLength(Limits.Path);
        builder.Property(r => r.CreatedBy).HasMaxLength(Limits.Actor);
        builder.HasIndex(r => r.DocumentId);
        builder.HasIndex(r => r.ToPath);
    }
}

/// <summary>An address that somebody asked for and that is not there. The public site adds rows and cannot read them.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class MissedPath
{
    public required Guid Id { get; init; }

    public required string Path { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>How often one host was asked for it since it last wrote.</summary>
    public required int Count { get; init; }
}

internal sealed class MissedPathConfiguration : IEntityTypeConfiguration<MissedPath>
{
    public void Configure(EntityTypeBuilder<MissedPath> builder)
    {
        builder.ToTable("MissedPaths");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Path).HasMaxLength(Limits.Path);
        builder.HasIndex(m => m.Path);
    }
}
