using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.Staff.HandleComplaint;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Feedback.Features.Staff.HandleDataComplaint;

[Needs(FeedbackPermissions.DataComplaintsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, TimeProvider clock) : ComplaintPage(mediator, clock)
{
    public override ComplaintKind Kind => ComplaintKind.DataProtection;
}
