using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>Stores an enum as its lower_snake name with a check constraint, so that the database can be read, and guarded, without the code.</summary>
internal sealed class EnumAsTextConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var property in entity.GetDeclaredProperties())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (!type.IsEnum || entity.IsMappedToJson() || FieldClasses.IsEncrypted(property))
                {
                    continue;
                }

                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(type))!);
                property.SetMaxLength(40);
                if (entity.GetTableName() is { } table)
                {
                    var column = SnakeCaseConvention.SnakeCase(property.Name);
                    var names = string.Join(", ", Enum.GetNames(type).Select(name => $"'{SnakeCaseConvention.SnakeCase(name)}'"));
                    entity.AddCheckConstraint($"ck_{SnakeCaseConvention.SnakeCase(table)}_{column}", $"{column} in ({names})");
                }
            }
        }
    }
}

internal sealed class EnumText<TEnum>() : ValueConverter<TEnum, string>(
    value => SnakeCaseConvention.SnakeCase(value.ToString()),
    text => Enum.Parse<TEnum>(text.Replace("_", "", StringComparison.Ordinal), true))
    where TEnum : struct, Enum;
