using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>Every mapped property says its field class, and who families are and how to reach them is kept in one module only.</summary>
internal static partial class FieldClassRule
{
    private const string People = "people";

    /// <summary>Keeps the sign-in names and display names of staff and providers, and of families only a person id.</summary>
    private const string Accounts = "accounts";

    public static IEnumerable<string> Offences(string schema, DbContext context)
    {
        foreach (var property in context.Model.GetEntityTypes().SelectMany(PropertiesOf))
        {
            var name = $"{context.GetType().Name}: {property.DeclaringType.DisplayName()}.{property.Name}";
            var value = FieldClasses.Of(property);
            if (value is null)
            {
                yield return $"{name} has no field class: say [FieldClass(…)] on it or its class";
            }
            else if (schema != People && MeansAPerson(property.Name) && value is not FieldClass.Public && (schema, value) is not (Accounts, FieldClass.Staff))
            {
                yield return $"{name} may name or reach a family ({value}): only module People keeps that, others keep a person id";
            }
        }
    }

    /// <summary>Whether a property of this name would hold a person's name, address, phone or e-mail. Names that are Public are an organisation's.</summary>
    public static bool MeansAPerson(string property) => Word().Matches(property).Select(word => word.Value.ToLowerInvariant()).ToList() is var words
        && Meanings.Any(meaning => Enumerable.Range(0, words.Count).Any(at => words.Skip(at).Take(meaning.Length).SequenceEqual(meaning)))
        && !words.Any(NotAPersons.Contains);

    private static readonly string[][] Meanings =
    [
        ["first", "name"], ["given", "name"], ["given", "names"], ["middle", "name"], ["last", "name"], ["family", "name"], ["full", "name"],
        ["preferred", "name"], ["display", "name"], ["maiden", "name"], ["surname"], ["forename"], ["forenames"], ["known", "as"],
        ["child", "name"], ["parent", "name"], ["carer", "name"], ["pupil", "name"], ["person", "name"], ["contact", "name"],
        ["address"], ["addresses"], ["street"], ["postcode"], ["postal", "code"],
        ["phone"], ["phones"], ["telephone"], ["mobile"], ["email"], ["emails"], ["e", "mail"],
    ];

    /// <summary>With one of these beside it, it is a network's address, or a digest or flag that holds none.</summary>
    private static readonly HashSet<string> NotAPersons = ["ip", "web", "page", "confirmed", "index"];

    private static IEnumerable<IReadOnlyProperty> PropertiesOf(IReadOnlyTypeBase type) =>
        [.. type.GetDeclaredProperties(), .. type.GetDeclaredComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType))];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();
}
