using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// A model with encrypted fields holds the keys of its host, and several hosts may live in one process (tests do so): each gets its own. A
/// context without such fields keeps one model for all, as EF does.
/// </summary>
internal sealed class ModelPerHost : IModelCacheKeyFactory
{
    private static readonly ConcurrentDictionary<Type, bool> Encrypts = new();

    public object Create(DbContext context, bool designTime)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.GetType();
        return Encrypts.TryGetValue(type, out var encrypts) && !encrypts
            ? (type, designTime)
            : (type, designTime, EncryptedFieldConvention.CipherOf(context.GetService<IDbContextOptions>()));
    }

    /// <summary>Said once a context's model is made; the same in every host, because it follows from the types alone.</summary>
    public static void Remember(Type context, bool encrypts) => Encrypts[context] = encrypts;
}
