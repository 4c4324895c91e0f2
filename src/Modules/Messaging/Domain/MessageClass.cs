namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>Why a message need not wait for the hours or the weekly cap. Stored with the message.</summary>
internal enum Exemption
{
    /// <summary>The person asked for it a moment ago: a code, a link, a confirmation.</summary>
    AskedNow,

    /// <summary>Somebody's safety, or the safety of their sign-in.</summary>
    Safety,

    /// <summary>The law sets the date: not counted by the cap. Hours hold.</summary>
    Statutory,

    /// <summary>To somebody at work, about work.</summary>
    AtWork,
}

/// <summary>What kind of message it is; a template belongs to one.</summary>
/// <param name="Name">As rules and the ledger know it.</param>
/// <param name="NeedsRule">Nothing of this class leaves unless a rule of the module whose business it is has been registered.</param>
/// <param name="Exempt">From hours, caps or both.</param>
/// <param name="IsUnprompted">Counts for the cap of three a week.</param>
internal sealed record MessageClass(string Name, string Words, bool NeedsRule, Exemption? Exempt, bool IsUnprompted)
{
    public static readonly IReadOnlyList<MessageClass> All =
    [
        new("sign_in", "Codes and links that somebody asked for", false, Exemption.AskedNow, false),
        new("security", "Warnings about somebody's own sign-in", false, Exemption.Safety, false),
        new("safety", "Safety", false, Exemption.Safety, false),
        new("work", "To people at work", false, Exemption.AtWork, false),
        new("casework", "About an EHC plan or assessment", true, null, true),
        new("statutory", "Notices whose date the law sets", true, Exemption.Statutory, false),
        new("register", "About the register of disabled children", true, null, true),
        new("reply", "Answers to a question", false, null, false),
        new("general", "About nothing in particular", false, null, true),
        new("news", "News that somebody signed up for", false, null, true),
    ];

    /// <exception cref="ArgumentException">There is no such class: templates are checked when they are made, so this is a bug.</exception>
    public static MessageClass Named(string name) =>
        All.FirstOrDefault(known => known.Name == name) ?? throw new ArgumentException($"There is no class of messages '{name}'.", nameof(name));

    /// <summary>Hours do not matter to it.</summary>
    public bool AtAnyHour => Exempt is Exemption.AskedNow or Exemption.Safety or Exemption.AtWork;
}
