using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff;

/// <summary>A page about one record of any of the three kinds; the address says which.</summary>
internal abstract class RecordPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Things { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public string Stamp { get; set; } = "";

    public RecordKind Kind => RecordThings.Read(Things) ?? RecordKind.Service;

    /// <summary>The page of the record itself.</summary>
    public string At => RecordThings.At(Kind, Id);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (RecordThings.Read(Things) is null)
        {
            context.Result = NotFound();
        }
    }
}
