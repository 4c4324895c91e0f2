using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;

namespace Medway.LocalOffer.Register.Sharing;

/// <summary>
/// An entry names another school. What the one before was given is called back, and a yes to that one is none to the new one: whoever had said it is asked.
/// </summary>
internal sealed class OtherSchool(RegisterReader reader, Recalls recalls, IPeople people, IMessages messages)
{
    /// <param name="entry">With its new school; the caller saves it.</param>
    /// <param name="keyBefore">What stood for the school before.</param>
    public async Task FollowAsync(RegisterEntry entry, Guid? keyBefore, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var told = await recalls.LookAsync(entry, cancellationToken);
        var words = $"Your entry names another school, nursery or college now, or none. You had said yes to the one before. The new one gets nothing from us. Do you want it to? Say yes on your page.{(told > 0 ? " We tell the one before to delete your data. Your page shows when that is done." : "")}";
        foreach (var giver in await AgreedAsync(entry, keyBefore, cancellationToken))
        {
            await messages.RequestAsync(entry.Update($"school {entry.SchoolKey}", words, giver), cancellationToken);
        }
    }

    /// <returns>Whose last word was a yes to the school before.</returns>
    private async Task<IReadOnlyList<Guid>> AgreedAsync(RegisterEntry entry, Guid? keyBefore, CancellationToken cancellationToken)
    {
        Dictionary<Guid, ConsentEvent> last = [];
        foreach (var said in (await reader.HistoryAsync(entry.Id, cancellationToken)).Where(said => said.Purpose == ConsentPurpose.ShareWithSchool.Slug))
        {
            last[await people.KeptAsync(said.GiverId, cancellationToken)] = said;
        }

        return [.. last.Where(one => one.Value.Decision == ConsentDecision.Yes && one.Value.SchoolKey == keyBefore).Select(one => one.Key)];
    }
}
