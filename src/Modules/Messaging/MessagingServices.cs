using Medway.LocalOffer.Messaging.Channels;
using Medway.LocalOffer.Messaging.CommandLine;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Features.News;
using Medway.LocalOffer.Messaging.Features.Staff;
using Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;
using Medway.LocalOffer.Messaging.Jobs;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging;

internal static class MessagingServices
{
    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<MessagingDbContext>(MessagingDbContext.Schema);
        services.AddSettings(MessagingSettings.All);
        services.AddScoped<IMessages, Messages>();

        // Read when first needed, so that a test can set it after the services were added.
        services.AddSingleton(_ => MessagingOptions.Read(configuration));
        services.AddKeyedSingleton<IProvider, NotifyProvider>("notify");
        services.AddKeyedSingleton<IProvider, SmtpProvider>("smtp");
        services.AddSingleton<WaysOut>();
        services.AddSingleton<Words>();
        services.AddSingleton<StopLinks>();

        services.AddSingleton<Ledger>();
        services.AddSingleton<WeeklyCap>();
        services.AddSingleton<SendGate>();
        services.AddScoped<ISendCalendar, LoadedCalendar>();
        services.AddScoped<SendTimes>();
        services.AddSingleton<Planner>();
        services.AddSingleton<Bundler>();
        services.AddSingleton<Providing>();
        services.AddSingleton<Sender>();
        services.AddSingleton<Dispatcher>();
        services.AddScoped<OutgoingLoader>();
        services.AddScoped<Consequences>();
        services.AddScoped<Settlement>();
        services.AddScoped<ReceiptBook>();

        services.AddScoped<ICommandLineVerb, RehearseVerb>();
        services.AddScoped<PrintGate>();
        services.AddScoped<IWorkItems, MessagingWork>();
        services.AddScoped<IPersonalData, PersonalData>();
        services.AddScoped<ISampleRoutes, MessagingSampleRoutes>();
        NewsLimit.AddTo(services, configuration);

        services.AddNoticeHandler<DispatchWake>();
        services.AddJob<DispatchJob>(DispatchJob.Every);
        services.AddJob<ReconcileJob>(ReconcileJob.Every);
        services.AddJob<TidyMessagesJob>(TidyMessagesJob.Every);
        services.AddEventHandler<PersonDied, StopWhenDied>();
        services.AddEventHandler<PersonsMerged, FollowKeptPerson>();
        services.AddEventHandler<MergeUndone, FollowKeptPerson>();
    }
}
