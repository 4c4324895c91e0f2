namespace Medway.LocalOffer.Listings.Domain;

/// <summary>What the addresses of staff pages call the three kinds of record.</summary>
internal static class RecordThings
{
    public static RecordKind? Read(string things) => things switch
    {
        "services" => RecordKind.Service,
        "organisations" => RecordKind.Organisation,
        "places" => RecordKind.Place,
        _ => null,
    };

    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.Service => "services",
        RecordKind.Organisation => "organisations",
        _ => "places",
    };

    /// <summary>"service", in a sentence.</summary>
    public static string Word(RecordKind kind) => kind switch
    {
        RecordKind.Service => "service",
        RecordKind.Organisation => "organisation",
        _ => "place",
    };

    public static string At(RecordKind kind, Guid id) => $"/staff/listings/{Of(kind)}/{id:D}";
}
