namespace Medway.LocalOffer.Platform.Security;

/// <summary>Role names, decided once for every module (blueprint §12.13). The accounts module hands them out.</summary>
public static class Roles
{
    public const string SystemAdministrator = "System administrator";
    public const string LocalOfferOfficer = "Local Offer officer";
    public const string Publisher = "Publisher";
}
