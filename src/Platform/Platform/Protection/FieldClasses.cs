using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>Finds and sets the field class of what a context maps.</summary>
public static class FieldClasses
{
    private const string Annotation = "LocalOffer:FieldClass";

    /// <summary>For a type that is not ours and cannot carry the attribute, for example Identity's.</summary>
    /// <param name="entity">Whose properties have this class, unless they say their own.</param>
    /// <param name="value">How they are stored.</param>
    public static EntityTypeBuilder<TEntity> HasFieldClass<TEntity>(this EntityTypeBuilder<TEntity> entity, FieldClass value)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasAnnotation(Annotation, value.ToString());
        return entity;
    }

    /// <inheritdoc cref="HasFieldClass{TEntity}(EntityTypeBuilder{TEntity}, FieldClass)"/>
    /// <param name="property">The one property.</param>
    public static PropertyBuilder<TProperty> HasFieldClass<TProperty>(this PropertyBuilder<TProperty> property, FieldClass value)
    {
        ArgumentNullException.ThrowIfNull(property);
        property.HasAnnotation(Annotation, value.ToString());
        return property;
    }

    /// <summary>What the property says, else its type, else the type that owns it; null when none says anything.</summary>
    public static FieldClass? Of(IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Said(property) ?? Said(property.PropertyInfo) ?? Said(property.FieldInfo) ?? Of(property.DeclaringType);
    }

    internal static bool IsEncrypted(IReadOnlyProperty property) => Of(property) is FieldClass.Personal or FieldClass.Special or FieldClass.Safety;

    private static FieldClass? Of(IReadOnlyTypeBase type) => Said(type) ?? Said(type.ClrType) ?? type switch
    {
        IReadOnlyComplexType complex =>
            Said(complex.ComplexProperty.PropertyInfo) ?? Of(complex.ComplexProperty.DeclaringType),
        IReadOnlyEntityType entity when entity.FindOwnership() is { } ownership =>
            Said(ownership.PrincipalToDependent?.PropertyInfo) ?? Of(ownership.PrincipalEntityType),
        _ => null,
    };

    private static FieldClass? Said(IReadOnlyAnnotatable annotated) =>
        annotated.FindAnnotation(Annotation)?.Value is string name ? Enum.Parse<FieldClass>(name) : null;

    private static FieldClass? Said(MemberInfo? member) => member?.GetCustomAttribute<FieldClassAttribute>()?.Value;
}
