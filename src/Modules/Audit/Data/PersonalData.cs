using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Audit.Data;

/// <summary>Who saw or changed something of a person's. It is the proof that nobody can take away, so nothing of it is erased.</summary>
internal sealed class PersonalData(AuditDbContext context, IWhoLooked looked) : IPersonalData
{
    private const int Most = 100_000;

    private const string Proof = "The council must be able to show who saw and changed records (UK GDPR, article 5(2) and 17(3)). It has not decided yet how long";

    public string Holder => "Who looked";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken) =>
    [
        .. (await looked.AtAsync([personId], Most, cancellationToken)).Select(look => new PersonalRecord("Somebody saw or changed something of yours", look.At,
            [new("Who", look.Role ?? EventWords.Of(look.Actor)), new("What", look.What), new("Why", look.Purpose ?? "")])),
    ];

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken)
    {
        Guid[] person = [personId];
        return [new("Lines that say who saw or changed something of yours", await context.Entries.CountAsync(entry => person.All(id => entry.PersonIds.Contains(id)), cancellationToken), Proof)];
    }

    public Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The trail does nothing about anybody.</summary>
    public Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.FromResult(0);
}
