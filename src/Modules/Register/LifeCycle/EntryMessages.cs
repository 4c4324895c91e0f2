using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Register.Data;

namespace Medway.LocalOffer.Register.LifeCycle;

/// <summary>What a family is told about its entry. Whether it leaves, and to where, is asked at each send.</summary>
internal static class EntryMessages
{
    public const string Template = "register.update";

    /// <param name="entry">Which one.</param>
    /// <param name="key">What it is about: the same thing is told once.</param>
    /// <param name="words">Never a name or a need.</param>
    /// <param name="to">Whom; null for whoever asked to join.</param>
    public static MessageRequest Update(this RegisterEntry entry, string key, string words, Guid? to = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new MessageRequest(
            Template, $"register-update {entry.Id} {key}", null, null, new Dictionary<string, string> { ["reference"] = entry.Reference, ["words"] = words })
        {
            PersonId = to ?? entry.ApplicantId,
            AboutPersonId = entry.ChildId,
        };
    }
}
