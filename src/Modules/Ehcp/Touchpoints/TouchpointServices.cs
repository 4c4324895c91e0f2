using Medway.LocalOffer.Ehcp.Features.Staff.RecordHowItWas;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

internal static class TouchpointServices
{
    public static IServiceCollection AddTouchpoints(this IServiceCollection services)
    {
        services.AddScoped<Planner>();
        services.AddScoped<Recipients>();
        services.AddScoped<Teller>();
        services.AddScoped<HeldDecisions>();
        services.AddScoped<CallsBefore>();
        services.AddScoped<DraftService>();
        services.AddScoped<BroughtBack>();
        services.AddScoped<AskedByPhone>();
        services.AddScoped<Requester>();
        services.AddScoped<TouchpointEnds>();
        services.AddScoped<RecordMoments>();
        services.AddScoped<SilenceGuard>();
        services.AddOccurrenceHandler<DueTouchpoints>();
        services.AddOccurrenceHandler<DueMoments>();
        services.AddOccurrenceHandler<QuestionLadder>();
        services.AddEventHandler<MessageSettled, Told>();
        services.AddScoped<IWorkItems, WaitingTouchpoints>();
        services.AddScoped<IWorkItems, SilenceWork>();
        services.AddScoped<IWorkItems, QuestionWork>();
        services.AddScoped<TouchpointData>();
        services.AddScoped<AfterDeath>();
        services.AddScoped<IPersonalData>(provider => provider.GetRequiredService<TouchpointData>());
        services.AddEventHandler<PersonDied, StopTouchpoints>();
        services.AddEventHandler<DeathWithdrawn, DeathTakenBack>();
        services.AddEventHandler<PersonsMerged, FollowKeptChild>();
        services.AddEventHandler<MergeUndone, FollowKeptChild>();
        services.AddScoped<IWorkItems, SecondRecordWork>();
        services.AddEventHandler<RelationshipChanged, ChangedParties>();
        services.AddEventHandler<RestrictionChanged, ChangedParties>();
        return services;
    }
}
