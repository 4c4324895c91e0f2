using System.Globalization;
using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.DefineKpi;

[Needs(KpiPermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : KpiPage(mediator)
{
    public static readonly IReadOnlyList<Choice> Often = Choice.OfAll<KpiFrequency>(KpiWords.Of);

    public static readonly IReadOnlyList<Choice> Ways = [new($"{KpiPolarity.Higher}", "More is better"), new($"{KpiPolarity.Lower}", "Less is better")];

    [BindProperty]
    public string Meaning { get; set; } = "";

    [BindProperty]
    public string Numerator { get; set; } = "";

    [BindProperty]
    public string Denominator { get; set; } = "";

    [BindProperty]
    public string Source { get; set; } = "";

    [BindProperty]
    public string Owner { get; set; } = "";

    [BindProperty]
    public string Frequency { get; set; } = "";

    [BindProperty]
    public string Baseline { get; set; } = "";

    [BindProperty]
    public string BaselineValue { get; set; } = "";

    [BindProperty]
    public TypedDate BaselineOn { get; set; } = new();

    [BindProperty]
    public string Target { get; set; } = "";

    [BindProperty]
    public string TargetValue { get; set; } = "";

    [BindProperty]
    public TypedDate TargetOn { get; set; } = new();

    [BindProperty]
    public string Polarity { get; set; } = "";

    [BindProperty]
    public string LagDays { get; set; } = "";

    [BindProperty]
    public string Suppression { get; set; } = "";

    [BindProperty]
    public string Comparison { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(code, cancellationToken);
        if (View is not null)
        {
            Fill();
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        var baselineOn = BaselineOn.IsEmpty ? null : ModelState.ReadDay(BaselineOn, nameof(BaselineOn));
        var targetOn = TargetOn.IsEmpty ? null : ModelState.ReadDay(TargetOn, nameof(TargetOn));
        var command = new DefineKpi(
            code, Meaning, Numerator, Denominator, Source, Owner, Enum.TryParse<KpiFrequency>(Frequency, out var often) && Enum.IsDefined(often) ? often : null,
            Baseline, Number(BaselineValue, nameof(BaselineValue)), baselineOn, Target, Number(TargetValue, nameof(TargetValue)), targetOn,
            Enum.TryParse<KpiPolarity>(Polarity, out var better) && Enum.IsDefined(better) ? better : null,
            (int?)Number(LagDays, nameof(LagDays)), Suppression, Comparison);
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(command, cancellationToken),
                _ => this.RedirectSaying($"/staff/improvement/kpis/{code}", "Written down. What stood there before is kept."),
                () => ShowAsync(code, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(code, cancellationToken));
    }

    private decimal? Number(string typed, string field)
    {
        if (typed.Trim() is not { Length: > 0 } words)
        {
            return null;
        }

        if (decimal.TryParse(words.TrimEnd('%').TrimEnd(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000)
        {
            return number;
        }

        ModelState.AddModelError(field, "Write a number of 0 or more in digits, or nothing");
        return null;
    }

    private void Fill()
    {
        var definition = View.State.Definition;
        (Meaning, Numerator, Denominator, Source, Owner) = (definition.Meaning ?? "", definition.Numerator ?? "", definition.Denominator ?? "", definition.Source ?? "", definition.Owner ?? "");
        (Frequency, Baseline, BaselineValue, BaselineOn) = ($"{definition.Frequency}", definition.Baseline ?? "", Words(definition.BaselineValue), TypedDate.Of(definition.BaselineOn));
        (Target, TargetValue, TargetOn) = (definition.Target ?? "", Words(definition.TargetValue), TypedDate.Of(definition.TargetOn));
        (Polarity, LagDays, Suppression, Comparison) = ($"{definition.Polarity}", Words(definition.LagDays), definition.Suppression ?? "", definition.Comparison ?? "");
    }

    private static string Words(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
