using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Sends the digits that somebody asked for, when there is anybody to send them to. In a job, so that the page takes as long either way.</summary>
internal sealed class SendFamilyCodeJob(IMediator mediator) : IJob
{
    public static string Kind => "accounts.family-code-send";

    public Task RunAsync(JobContext context, CancellationToken cancellationToken) =>
        mediator.Send(new SendFamilyCode(context.Read<CodeToSend>()!.CodeId), cancellationToken);
}

internal sealed record SendFamilyCode(Guid CodeId) : ICommand<Done>
{
    /// <summary>Jobs hold every permission; nobody else sends this.</summary>
    public Permission Permission => FamilyPermissions.OwnSecurity;
}

internal sealed class SendFamilyCodeHandler(AccountsDbContext context, FamilyCodes codes, IMessages messages, TimeProvider clock)
    : IRequestHandler<SendFamilyCode, Outcome<Done>>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task<Outcome<Done>> Handle(SendFamilyCode request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = await context.FamilyCodes.SingleOrDefaultAsync(c => c.Id == request.CodeId && c.SentAt == null && c.ExpiresAt > now, cancellationToken);
        if (code?.ContactPointId is not { } point)
        {
            return default(Done);
        }

        // One after the other for each contact point: two at once would both count the same few.
        await context.Database.LockAsync($"accounts.family-code {point}", cancellationToken);
        var since = now - Hour;
        if (await context.FamilyCodes.CountAsync(c => c.ContactPointId == point && c.Use == code.Use && c.SentAt > since, cancellationToken) >= FamilyCodes.SentAnHour)
        {
            return default(Done);
        }

        var digits = codes.NewDigits(code);
        await context.SaveChangesAsync(cancellationToken);
        await messages.RequestAsync(
            new MessageRequest(Template(code.Use), $"family-code {code.Id}", point, null, new Dictionary<string, string> { ["code"] = digits }),
            cancellationToken);
        return default(Done);
    }

    /// <summary>Whoever asks to join shows that a contact point is theirs before anybody has checked it; the others must have a checked one.</summary>
    private static string Template(FamilyCodeUse use) => use == FamilyCodeUse.Joining ? "accounts.join-code" : "accounts.family-code";
}
