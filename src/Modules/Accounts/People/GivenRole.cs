using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>A role with its limit as an administrator types it.</summary>
/// <param name="Limit">Name of a <see cref="ScopeKind"/>.</param>
/// <param name="LimitId">Of which organisation, section or team.</param>
internal sealed record GivenRole(string Role, string Limit, string LimitId)
{
    public static readonly IReadOnlyList<Choice> Limits =
    [
        new(nameof(ScopeKind.Everything), "No limit"),
        new(nameof(ScopeKind.Team), "One team"),
        new(nameof(ScopeKind.Caseload), "Only what this person looks after"),
        new(nameof(ScopeKind.Section), "One section of the site"),
        new(nameof(ScopeKind.Organisation), "One organisation of the directory"),
    ];

    public static IReadOnlyList<Choice> RolesFor(AccountKind kind) =>
        [.. (kind == AccountKind.Provider ? [Roles.Provider] : Roles.OfStaff).Select(role => new Choice(role, role))];

    /// <summary>Field and words of what is wrong; null when it will do.</summary>
    public (string Field, string Message)? Problem(AccountKind kind)
    {
        if (RolesFor(kind).All(choice => choice.Value != Role))
        {
            return (nameof(Role), "Choose a role");
        }

        if (Limits.All(choice => choice.Value != Limit))
        {
            return (nameof(Limit), "Choose what the role is limited to");
        }

        return Enum.Parse<ScopeKind>(Limit) switch
        {
            not ScopeKind.Everything when Roles.NeverLimited.Contains(Role) => (nameof(Limit), $"Choose no limit: {Role} works for the whole site"),
            ScopeKind.Organisation when !Guid.TryParse(LimitId, out _) => (nameof(LimitId), "Write the organisation's id, as its page in the directory shows it"),
            ScopeKind.Team or ScopeKind.Section when LimitId.Trim().Length == 0 => (nameof(LimitId), "Write which team or section"),
            _ when LimitId.Length > RoleGrant.MaximumScope => (nameof(LimitId), $"Write {RoleGrant.MaximumScope} characters or fewer"),
            _ => null,
        };
    }

    public RoleGrant For(Guid accountId, Guid? givenBy, string reason, DateTimeOffset now)
    {
        var kind = Enum.Parse<ScopeKind>(Limit);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            Role = Role,
            ScopeKind = kind,
            ScopeId = kind switch
            {
                ScopeKind.Everything => "",
                ScopeKind.Caseload => accountId.ToString("D"),
                ScopeKind.Organisation => Guid.Parse(LimitId).ToString("D"),
                _ => LimitId.Trim(),
            },
            GivenBy = givenBy,
            GivenAt = now,
            Reason = reason,
        };
    }
}
