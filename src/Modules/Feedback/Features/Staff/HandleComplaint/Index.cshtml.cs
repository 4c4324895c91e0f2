using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Feedback.Features.Staff.HandleComplaint;

[Needs(FeedbackPermissions.ComplaintsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, TimeProvider clock) : ComplaintPage(mediator, clock)
{
    public override ComplaintKind Kind => ComplaintKind.Service;
}
