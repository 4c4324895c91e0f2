using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// Maps the tables that every module writes in its own save: one save is one transaction with its audit entry and its events.
/// </summary>
public static class SharedTables
{
    internal const string Schema = "platform";

    /// <summary>Call in OnModelCreating. The tables belong to Platform; a module's migrations leave them alone.</summary>
    public static ModelBuilder MapSharedTables(this ModelBuilder model) => model.MapSharedTables(owner: false);

    internal static ModelBuilder MapSharedTables(this ModelBuilder model, bool owner)
    {
        model.Entity<AuditEntry>(entry =>
        {
            Own(entry, "audit_entries", owner);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Name).HasMaxLength(100);
            entry.Property(e => e.ActorId).HasMaxLength(100);
            entry.Property(e => e.SubjectKind).HasMaxLength(60);
            entry.Property(e => e.Changes).HasColumnType("jsonb");
            entry.Property(e => e.CorrelationId).HasMaxLength(64);
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => e.CorrelationId);
            entry.HasIndex(e => new { e.ActorId, e.At });
            entry.HasIndex(e => new { e.SubjectKind, e.SubjectId });
            entry.HasIndex(e => e.PersonIds).HasMethod("gin");
        });
        model.Entity<OutboxMessage>(message =>
        {
            Own(message, "outbox", owner);
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Name).HasMaxLength(100);
            message.Property(m => m.Payload).HasColumnType("jsonb");
            message.Property(m => m.LastError).HasMaxLength(Jobs.ErrorText.MaximumLength);
        });
        model.Entity<InboxRecord>(record =>
        {
            Own(record, "inbox", owner);
            record.HasKey(r => new { r.EventId, r.Handler });
            record.Property(r => r.Handler).HasMaxLength(300);
        });
        return model;
    }

    private static void Own<TEntity>(EntityTypeBuilder<TEntity> entity, string table, bool owner)
        where TEntity : class =>
        entity.ToTable(table, Schema, builder =>
        {
            if (!owner)
            {
                builder.ExcludeFromMigrations();
            }
        });
}
