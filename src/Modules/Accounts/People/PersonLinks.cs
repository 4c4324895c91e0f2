using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Tokens;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>Makes somebody's one-time link and asks for the message that carries it.</summary>
internal sealed class PersonLinks(OneTimeLinks links, IMessages messages)
{
    /// <returns>The path of the link, to be shown once.</returns>
    public async Task<string> MakeAsync(Account account, string purpose, CancellationToken cancellationToken)
    {
        foreach (var other in new[] { LinkPurposes.Invitation, LinkPurposes.NewPassword, LinkPurposes.StartAgain })
        {
            await links.CancelAsync(other, account.Id, cancellationToken);
        }

        var path = "/link/" + await links.CreateAsync(purpose, account.Id, LinkPurposes.Life, uses: 1, cancellationToken);
        await messages.RequestAsync(
            new MessageRequest(purpose, Occurrence(purpose, path), null, account.UserName, new Dictionary<string, string> { ["name"] = account.DisplayName, ["path"] = path }),
            cancellationToken);
        return path;
    }

    /// <summary>Another for each link, and nothing by which the link could be used.</summary>
    private static string Occurrence(string purpose, string path) =>
        $"{purpose} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16))}";
}
