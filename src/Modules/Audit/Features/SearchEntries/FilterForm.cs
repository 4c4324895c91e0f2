using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.AspNetCore.Http.Extensions;

namespace Medway.LocalOffer.Audit.Features.SearchEntries;

/// <summary>The fields of a filter as they were filled in, with what is wrong with them.</summary>
internal sealed record FilterForm(EntryFilter Filter, IReadOnlyList<KeyValuePair<string, string>> Events, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The field's id on the page: <c>Filter.PersonId</c> is <c>personId</c> there.</summary>
    public static string IdOf(FieldError error)
    {
        var name = error.Field[(error.Field.LastIndexOf('.') + 1)..];
        return name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
    }

    public string? Problem(string id) => Errors.FirstOrDefault(error => IdOf(error) == id)?.Message;

    /// <summary>The same filter on another page.</summary>
    public static string Address(string path, EntryFilter filter, params IEnumerable<KeyValuePair<string, string>> more) =>
        path + new QueryBuilder(filter.Set.Concat(more)).ToQueryString();
}
