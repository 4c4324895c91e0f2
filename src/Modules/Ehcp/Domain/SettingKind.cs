namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>Where a child with a request or a plan is taught. Stored: a name that changes needs a migration.</summary>
internal enum SettingKind
{
    /// <summary>A school, a college or an early years provider.</summary>
    School,

    /// <summary>Children and Families Act 2014, s61: arranged by the council, because a school or college would not be right.</summary>
    OtherThanAtSchool,

    /// <summary>Education Act 1996, s19: arranged by the council for a child who would get no education without it.</summary>
    Section19,

    /// <summary>The parents teach the child themselves, or have them taught (Education Act 1996, s7).</summary>
    HomeByChoice,

    /// <summary>Nothing is arranged today: to be seen, not to be hidden.</summary>
    Nothing,
}

internal static class SettingRules
{
    /// <summary>Health is told of each child who is not taught at a school (improvement plan 2024, 3.2).</summary>
    public static bool HealthIsTold(SettingKind kind) => kind != SettingKind.School;
}
