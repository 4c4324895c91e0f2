using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>Puts the frame of public pages together from the modules' menus and the settings; all of it from memory.</summary>
internal sealed class SiteFrames(
    SiteLinks links, Settings.Settings settings, IEnumerable<IFramePart> parts, IHostEnvironment environment)
{
    public SiteFrame Current() => new(
        [.. links.Menu, .. parts.SelectMany(part => part.Menu)],
        [
            new FrameContact(
                "Family Information Service",
                settings.Get(SiteSettings.FamilyInformationPhone),
                "/services/medway-family-information-service",
                "Not sure who to ask? Start here. They can look for you."),
            new FrameContact(
                "SEN team",
                settings.Get(SiteSettings.SenTeamPhone),
                "/services/medway-sen-team-ehcp",
                "For questions about an EHC plan: a legal plan for extra help."),
            new FrameContact(
                "SENDIASS",
                settings.Get(SiteSettings.SendiassPhone),
                "/services/medway-sendiass",
                "SEND Information, Advice and Support Service. Free, private, and not the council."),
        ],
        links.Footer,
        settings.Get(SiteSettings.Partnership),
        [.. parts.SelectMany(part => part.Alerts)],
        parts.SelectMany(part => part.Sections).ToHashSet(StringComparer.Ordinal),
        environment.IsDevelopment());
}
