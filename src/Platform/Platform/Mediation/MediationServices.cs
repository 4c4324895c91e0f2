using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>The only place that knows how MediatR 5.1.0 is registered (ADR 0004).</summary>
public static class MediationServices
{
    public static IServiceCollection AddMediation(this IServiceCollection services, params IEnumerable<Assembly> assemblies)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();

        // In this order: log, permission, validation, transaction, and inside it the trace of whose data was read.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ReadAuditBehaviour<,>));

        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(type => type.IsGenericType))
            {
                if (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
                {
                    services.AddScoped(contract, type);
                }
                else if (contract.GetGenericTypeDefinition() == typeof(IValidator<>))
                {
                    // Once only: building the rules of a validator costs more than running them.
                    services.AddSingleton(contract, type);
                }
            }
        }

        return services;
    }
}
