using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>
/// Keeps a form that is not sent yet, so that a family can stop and come back. It is sealed with a code that only they have: the council cannot read it
/// before it is sent, and neither can whoever has the database.
/// </summary>
internal sealed class Drafts(RegisterDbContext context, IDataProtectionProvider protection, IKeyedDigests digests, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(28);

    /// <summary>No vowels and nothing that looks like another sign. Sixteen of them cannot be guessed.</summary>
    private const string Signs = "2346789CDFGHJKMNPQRTVWX";
    private const int Length = 16;
    private const int Group = 4;

    private readonly IDataProtector protector = protection.CreateProtector("Medway.LocalOffer.Register.Drafts");

    /// <returns>The code.</returns>
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetString(Signs, Length);
        var now = clock.GetUtcNow();
        context.Drafts.Add(new Draft { Id = Guid.CreateVersion7(now), CodeDigest = DigestOf(code), Sealed = Seal(code, new JoinAnswers()), ExpiresAt = now + Kept });
        await context.SaveChangesAsync(cancellationToken);
        return Written(code);
    }

    /// <returns>Null when there is no form with this code that can still be changed.</returns>
    public async Task<JoinAnswers?> FindAsync(string? code, CancellationToken cancellationToken) =>
        await RowAsync(code, cancellationToken) is { IsSent: false } row ? Open<JoinAnswers>(code!, row.Sealed) : null;

    /// <returns>The receipt of a form that was sent; null when there is none.</returns>
    public async Task<Receipt?> ReceiptAsync(string? code, CancellationToken cancellationToken) =>
        await RowAsync(code, cancellationToken) is { IsSent: true } row ? Open<Receipt>(code!, row.Sealed) : null;

    /// <returns>False when the form is not there any more, or was sent.</returns>
    public async Task<bool> KeepAsync(string code, JoinAnswers answers, CancellationToken cancellationToken)
    {
        if (await RowAsync(code, cancellationToken) is not { IsSent: false } row)
        {
            return false;
        }

        (row.Sealed, row.ExpiresAt) = (Seal(code, answers), clock.GetUtcNow() + Kept);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>What was typed goes, and the receipt stays in its place. The caller saves; two at once are one.</summary>
    public async Task SentAsync(string code, Receipt receipt, CancellationToken cancellationToken)
    {
        var row = await RowAsync(code, cancellationToken) ?? throw new InvalidOperationException("The form that was sent is gone.");
        (row.Sealed, row.IsSent) = (Seal(code, receipt), true);
    }

    /// <summary>As a family writes it down.</summary>
    public static string Written(string code) => string.Join('-', Plain(code).Chunk(Group).Select(signs => new string(signs)));

    private async Task<Draft?> RowAsync(string? code, CancellationToken cancellationToken)
    {
        if (Plain(code) is not { Length: Length })
        {
            return null;
        }

        var (digest, now) = (DigestOf(code!), clock.GetUtcNow());
        return await context.Drafts.SingleOrDefaultAsync(draft => draft.CodeDigest == digest && draft.ExpiresAt > now, cancellationToken);
    }

    private byte[] DigestOf(string code) => digests.Of("register-draft", Encoding.UTF8.GetBytes(Plain(code)));

    private byte[] Seal<T>(string code, T content) => protector.CreateProtector(Plain(code)).Protect(JsonSerializer.SerializeToUtf8Bytes(content));

    private T? Open<T>(string code, byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(protector.CreateProtector(Plain(code)).Unprotect(content));
        }
        catch (CryptographicException)
        {
            // The site's keys are not those of that day: the form cannot be opened any more.
            return default;
        }
    }

    private static string Plain(string? code) => string.Concat((code ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit));
}
