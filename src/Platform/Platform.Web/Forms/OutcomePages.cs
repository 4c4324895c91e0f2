using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary>The one place that says what a page answers to an outcome (blueprint §12.2).</summary>
public static class OutcomePages
{
    /// <summary>
    /// Ok does <paramref name="done"/>; Invalid is 400 and Conflict 409 on the same form, with what was typed and the error summary; Forbidden
    /// is 403; NotFound is 404.
    /// </summary>
    /// <param name="page">The page that sent the operation.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="done">A redirect, as a rule.</param>
    /// <param name="again">Loads what the form shows beside its fields; left out when there is nothing to load.</param>
    public static async Task<IActionResult> AnswerAsync<T>(
        this PageModel page,
        Outcome<T> outcome,
        Func<T, IActionResult> done,
        Func<Task<IActionResult>>? again = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(done);
        switch (outcome.Kind)
        {
            case OutcomeKind.Ok:
                return done(outcome.Value);
            case OutcomeKind.NotFound:
                return page.NotFound();
            case OutcomeKind.Forbidden:
                return new StatusCodeResult(StatusCodes.Status403Forbidden);
            default:
                AddErrors(page, outcome.Errors);
                var shown = again is null ? page.Page() : await again();
                if (shown is PageResult)
                {
                    page.Response.StatusCode = outcome.Kind == OutcomeKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
                }

                return shown;
        }
    }

    /// <summary>400 on the same form, with what was typed: something of it cannot be read, such as a day, and the model state says what. Nothing was sent.</summary>
    /// <param name="page">The page whose form it is.</param>
    /// <param name="again">Loads what the form shows beside its fields; left out when there is nothing to load.</param>
    public static async Task<IActionResult> UnreadableAsync(this PageModel page, Func<Task<IActionResult>>? again = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var shown = again is null ? page.Page() : await again();
        if (shown is PageResult)
        {
            page.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return shown;
    }

    /// <summary>429 on the same form, with what was typed: whoever is asked to slow down loses nothing.</summary>
    /// <param name="page">The page that was asked too often.</param>
    /// <param name="again">Loads what the form shows beside its fields; left out when there is nothing to load.</param>
    public static async Task<IActionResult> TooOftenAsync(this PageModel page, Func<Task<IActionResult>>? again = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.ModelState.AddModelError(
            "", $"This form was sent many times from your connection in a short time. Wait {RetryAfter.InWords(page.Response)}, then press the button again. What you wrote is still here");
        var shown = again is null ? page.Page() : await again();
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return shown;
    }

    /// <summary>An operation names its own property; the form may post it as a part of something, as in <c>Input.Reason</c>.</summary>
    private static void AddErrors(PageModel page, IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors)
        {
            var key = error.Field.Length == 0
                ? ""
                : page.ModelState.Keys.FirstOrDefault(key => key.Equals(error.Field, StringComparison.OrdinalIgnoreCase))
                    ?? page.ModelState.Keys.FirstOrDefault(key => key.EndsWith("." + error.Field, StringComparison.OrdinalIgnoreCase))
                    ?? error.Field;
            page.ModelState.AddModelError(key, error.Message);
        }
    }
}
