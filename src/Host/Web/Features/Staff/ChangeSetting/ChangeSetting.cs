using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeSetting;

/// <param name="Name">Of the setting.</param>
/// <param name="Value">As it was typed; "" makes a fact unknown again.</param>
/// <param name="Reason">Why, for the audit trail.</param>
/// <param name="Seen">The JSON that stood on the form.</param>
internal sealed record ChangeSetting(string Name, string Value, string Reason, string Seen) : ICommand<Done>
{
    public const int LongestValue = 2000;
    public const int LongestReason = 300;

    public Permission Permission => PermissionFor(Name);

    /// <summary>What the public site prints about itself is content; all else is how the site works.</summary>
    public static Permission PermissionFor(string setting) =>
        setting.StartsWith("site.", StringComparison.Ordinal) ? SitePermissions.ChangeFacts : SitePermissions.ChangeSettings;
}

internal sealed class ChangeSettingValidator : AbstractValidator<ChangeSetting>
{
    public ChangeSettingValidator()
    {
        RuleFor(change => change.Value)
            .MaximumLength(ChangeSetting.LongestValue).WithMessage($"Make it shorter: {ChangeSetting.LongestValue} letters at most")
            .Must(value => !value.Any(letter => char.IsControl(letter) && letter is not '\r' and not '\n')).WithMessage("Take out the signs that cannot be seen");
        RuleFor(change => change.Reason)
            .NotEmpty().WithMessage("Say why, so that the next person understands")
            .MaximumLength(ChangeSetting.LongestReason).WithMessage($"Make the reason shorter: {ChangeSetting.LongestReason} letters at most");
        RuleFor(change => change.Reason).Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");
    }
}

internal sealed class ChangeSettingHandler(SettingsRegistry registry, SettingsWriter writer) : IRequestHandler<ChangeSetting, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeSetting request, CancellationToken cancellationToken)
    {
        if (registry.All.FirstOrDefault(setting => setting.Name == request.Name) is not { } setting)
        {
            return Outcome.NotFound;
        }

        var outcome = await writer.SetTypedAsync(setting, request.Value.Trim(), request.Reason.Trim(), request.Seen, cancellationToken);
        return outcome.Kind == OutcomeKind.Invalid ? Outcome.Invalid(nameof(request.Value), outcome.Errors[0].Message) : outcome;
    }
}
