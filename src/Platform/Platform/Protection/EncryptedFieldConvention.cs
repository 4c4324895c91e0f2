using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// Stores each property of class Personal, Special or Safety as encrypted <c>bytea</c>, whatever its type is in C#. Runs after the names are
/// known, because a value is bound to its schema, table and column: a column that is renamed must be read and written again.
/// </summary>
internal sealed class EncryptedFieldConvention(FieldCipher? cipher, Type context) : IModelFinalizingConvention
{
    /// <param name="provider">Of the context, not of the application.</param>
    public static EncryptedFieldConvention For(IServiceProvider provider) => new(
        CipherOf(provider.GetRequiredService<IDbContextOptions>()),
        provider.GetRequiredService<ICurrentDbContext>().Context.GetType());

    /// <summary>The cipher of the host that made the context.</summary>
    public static FieldCipher? CipherOf(IDbContextOptions options) =>
        options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<FieldCipher>();

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> _)
    {
        var properties = EncryptedColumn.PropertiesOf(modelBuilder.Metadata).Cast<IConventionProperty>().ToList();
        properties.ForEach(Encrypt);
        ModelPerHost.Remember(context, properties.Count > 0);
    }

    private void Encrypt(IConventionProperty property)
    {
        if (EncryptedColumn.WhyNot(property) is { } reason)
        {
            throw new ProtectionException($"{property.DeclaringType.DisplayName()}.{property.Name} is of class {FieldClasses.Of(property)} and {reason}.");
        }

        if (cipher is null)
        {
            throw new ProtectionException($"{property.DeclaringType.DisplayName()} holds encrypted fields: register its context with AddModuleContext.");
        }

        var column = EncryptedColumn.Of(property);
        var field = new EncryptedField(cipher, column.Use, column.Place);

        // As if the module had said so itself: what it said of the plain column (length, type, own converter) no longer holds.
        var mutable = (IMutableProperty)property;
        mutable.SetValueConverter(property.GetValueConverter() is { } own
            ? own.ComposeWith(ConverterOf(own.ProviderClrType, field))
            : ConverterOf(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, field));
        mutable.SetColumnType("bytea");
        if (property.ClrType == typeof(byte[]))
        {
            // Changed when its bytes are: with a converter the framework would compare references, and warns of it at every start.
            mutable.SetValueComparer(new ArrayStructuralComparer<byte>());
        }

        mutable.SetMaxLength(null);
    }

    private static ValueConverter ConverterOf(Type type, EncryptedField field)
    {
        if (type == typeof(string))
        {
            return new ValueConverter<string, byte[]>(text => field.SealText(text), stored => field.OpenText(stored));
        }

        return type == typeof(byte[])
            ? new ValueConverter<byte[], byte[]>(bytes => field.Seal(bytes), stored => field.Open(stored))
            : (ValueConverter)Activator.CreateInstance(typeof(EncryptedValue<>).MakeGenericType(type), field)!;
    }
}

internal sealed class EncryptedValue<T>(EncryptedField field) : ValueConverter<T, byte[]>(
    value => field.SealValue(value),
    stored => field.OpenValue<T>(stored));

/// <summary>Where an encrypted property is stored, and under which key.</summary>
/// <param name="Place"><c>schema.table.column</c>: authenticated with each value.</param>
internal sealed record EncryptedColumn(StoreObjectIdentifier Table, string Name, KeyUse Use)
{
    private static readonly HashSet<Type> Values =
    [
        typeof(string), typeof(byte[]), typeof(bool), typeof(short), typeof(int), typeof(long), typeof(decimal), typeof(double),
        typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset), typeof(Guid),
    ];

    public static IEnumerable<IReadOnlyProperty> PropertiesOf(IReadOnlyModel model) =>
        model.GetEntityTypes().SelectMany(PropertiesOf).Where(FieldClasses.IsEncrypted);

    public string Place => $"{Table.Schema}.{Table.Name}.{Name}";

    public static EncryptedColumn Of(IReadOnlyProperty property)
    {
        var table = StoreObjectIdentifier.Create(property.DeclaringType, StoreObjectType.Table)!.Value;
        return new EncryptedColumn(table, property.GetColumnName(table)!, FieldClasses.Of(property) switch
        {
            FieldClass.Personal => KeyUse.Personal,
            FieldClass.Special => KeyUse.Special,
            FieldClass.Safety => KeyUse.Safety,
            var plain => throw new ArgumentException($"{property.Name} is {plain} and not encrypted.", nameof(property)),
        });
    }

    private static IEnumerable<IReadOnlyProperty> PropertiesOf(IReadOnlyTypeBase type) =>
        [.. type.GetDeclaredProperties(), .. type.GetDeclaredComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType))];

    /// <returns>Null when it can be encrypted.</returns>
    public static string? WhyNot(IReadOnlyProperty property)
    {
        var type = property.GetValueConverter()?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (Values.Contains(type) || type.IsEnum, property) switch
        {
            (false, _) => $"of type {type.Name}, which cannot be encrypted: give it a conversion to text",
            (_, { DeclaringType: var owner }) when owner.IsMappedToJson() || StoreObjectIdentifier.Create(owner, StoreObjectType.Table) is null =>
                "is not stored in a column of its own",
            _ when property.IsKey() || property.IsForeignKey() => "part of a key: an encrypted value is never the same twice",
            _ when property.IsIndex() => "part of an index: an encrypted value is never the same twice. Index a column of its blind index",
            _ when property.IsConcurrencyToken => "a concurrency token: an encrypted value is never the same twice",
            // The annotation and not its value: for a type that cannot be null EF reads the type's own default out of a missing one.
            _ when property.FindAnnotation(RelationalAnnotationNames.DefaultValue) is not null || property.GetDefaultValueSql() is not null => "given a default by the database, which has no key",
            _ => null,
        };
    }
}
