using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>Names tables, columns, keys and indexes the way people write SQL.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            Rename(entity);
        }
    }

    public static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }

    private static void Rename(IConventionEntityType entity)
    {
        // JSON containers have no column of their own: the container is renamed and its properties keep their JSON names.
        if (entity.IsMappedToJson())
        {
            if (entity.GetContainerColumnName() is { } container)
            {
                entity.SetContainerColumnName(SnakeCase(container));
            }

            return;
        }

        if (entity.GetTableName() is { } table && entity.BaseType is null && !entity.IsOwned())
        {
            entity.SetTableName(SnakeCase(table));
        }

        foreach (var property in entity.GetDeclaredProperties())
        {
            property.SetColumnName(SnakeCase(property.GetColumnName()));
        }

        foreach (var complex in entity.GetDeclaredComplexProperties())
        {
            Rename(complex);
        }

        foreach (var key in entity.GetDeclaredKeys())
        {
            key.SetName(SnakeCase(key.GetName()!));
        }

        foreach (var key in entity.GetDeclaredForeignKeys())
        {
            key.SetConstraintName(SnakeCase(key.GetConstraintName()!));
        }

        foreach (var index in entity.GetDeclaredIndexes())
        {
            index.SetDatabaseName(SnakeCase(index.GetDatabaseName()!));
        }
    }

    private static void Rename(IConventionComplexProperty complex)
    {
        if (complex.ComplexType.GetContainerColumnName() is { } container)
        {
            complex.ComplexType.SetContainerColumnName(SnakeCase(container));
            return;
        }

        foreach (var property in complex.ComplexType.GetDeclaredProperties())
        {
            property.SetColumnName(SnakeCase(property.GetColumnName()));
        }
    }
}
