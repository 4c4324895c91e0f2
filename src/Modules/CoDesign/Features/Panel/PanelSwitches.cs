using Medway.LocalOffer.CoDesign.Data;

namespace Medway.LocalOffer.CoDesign.Features.Panel;

/// <summary>Switches that send the form in which a reviewer writes, so that a press takes nothing away that was typed and not sent.</summary>
/// <param name="FormId">Of the form on the same screen.</param>
/// <param name="Action">Where a press goes.</param>
internal sealed record PanelSwitches(Reviewer Reviewer, string FormId, string Action);
