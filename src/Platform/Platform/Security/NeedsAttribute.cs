namespace Medway.LocalOffer.Platform.Security;

/// <summary>
/// Says on a page model which permission opens the page. By name, because an attribute cannot hold the record; a name that no module
/// declares stops the host from starting.
/// </summary>
/// <param name="permission">For example <c>accounts.staff.manage</c>. Use the module's constant.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;
}
