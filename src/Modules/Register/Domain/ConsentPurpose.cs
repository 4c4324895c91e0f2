namespace Medway.LocalOffer.Register.Domain;

/// <summary>
/// An optional use of the register that needs somebody's yes (send-law §4.5). There are no others: whoever reads people for a use must hold one of these.
/// The slug is stored; a name that changes needs a migration.
/// </summary>
internal sealed class ConsentPurpose
{
    public const int MaximumSlug = 40;

    public static readonly ConsentPurpose NewsByEmail = new("news-email", Recipient.Council);
    public static readonly ConsentPurpose NewsByPost = new("news-post", Recipient.Council);
    public static readonly ConsentPurpose Sms = new("sms", Recipient.Council);
    public static readonly ConsentPurpose ConsultationInvites = new("consultation-invites", Recipient.Council);
    public static readonly ConsentPurpose ShareWithParentForum = new("share-parent-forum", Recipient.ParentForum);
    public static readonly ConsentPurpose ShareWithHealth = new("share-health", Recipient.Health);
    public static readonly ConsentPurpose ShareWithSchool = new("share-school", Recipient.School);
    public static readonly ConsentPurpose ShortBreaksPlanning = new("short-breaks-planning", Recipient.Council);
    public static readonly ConsentPurpose CardSupplier = new("card-supplier", Recipient.CardSupplier);
    public static readonly ConsentPurpose PhotosAndStories = new("photos-stories", Recipient.Council);
    public static readonly ConsentPurpose Research = new("research", Recipient.Council);
    public static readonly ConsentPurpose ReasonableAdjustmentFlag = new("reasonable-adjustment-flag", Recipient.Council);

    /// <summary>In the order in which families are asked.</summary>
    public static readonly IReadOnlyList<ConsentPurpose> All =
    [
        NewsByEmail, NewsByPost, Sms, ConsultationInvites, ShareWithParentForum, ShareWithHealth, ShareWithSchool, ShortBreaksPlanning, CardSupplier,
        PhotosAndStories, Research, ReasonableAdjustmentFlag,
    ];

    private ConsentPurpose(string slug, Recipient recipient) => (Slug, Recipient) = (slug, recipient);

    public string Slug { get; }

    /// <summary>Who gets it: consent names each organisation, so that another one is another purpose.</summary>
    public Recipient Recipient { get; }

    public static ConsentPurpose? Of(string? slug) => All.FirstOrDefault(purpose => purpose.Slug == slug);

    public override string ToString() => Slug;
}

/// <summary>An organisation that a family says yes or no to. The slug is stored.</summary>
/// <param name="Slug">What stands in a consent.</param>
/// <param name="KnownName">Null when nobody has confirmed the name: then nobody is asked, because a yes to nobody in particular is no consent.</param>
internal sealed record Recipient(string Slug, string? KnownName)
{
    public static readonly Recipient Council = new("council", "Medway Council");
    public static readonly Recipient ParentForum = new("parent-forum", "Medway Parents and Carers Forum");
    public static readonly Recipient School = new("school", "the school, nursery or college that you name");
    public static readonly Recipient Health = new("health", null);
    public static readonly Recipient CardSupplier = new("card-supplier", null);
}
