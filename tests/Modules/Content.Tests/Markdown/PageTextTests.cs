using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Medway.LocalOffer.Content.Markdown;

namespace Medway.LocalOffer.Content.Tests.Markdown;

public sealed class PageTextTests
{
    private static readonly TextSurroundings Around = Hostile.Around with
    {
        Media = new Dictionary<string, MediaFact>(Hostile.Around.Media)
        {
            ["form"] = new("form", "/media/form/form.pdf", IsPicture: false, null, "PDF, 120 KB"),
        },
    };

    [Fact]
    public void Read_ShortAnswer_IsABoxOfTermsWithIcons()
    {
        var html = Html(":::short\n- Who can ask: A parent or **carer**.\n- Cost: Free\n:::");
        html.QuerySelectorAll("section.answer dt").Select(term => term.TextContent).ShouldBe(["Who can ask", "Cost"]);
        html.QuerySelector("dd strong")!.TextContent.ShouldBe("carer");
        html.QuerySelectorAll("[data-icon]").Select(icon => icon.GetAttribute("data-icon")).ShouldBe(["i-person", "i-coin"]);
    }

    [Fact]
    public void Read_Steps_AreNumberedWithTheirHeadings()
    {
        var html = Html("## How to ask\n\n:::steps\n### Write it down\nUse your own words.\n\nAny words.\n\n### Send it\nBy post.\n:::\n\nAfter.");
        html.QuerySelectorAll("ol.steps > li > h3").Select(step => step.TextContent).ShouldBe(["Write it down", "Send it"]);
        html.QuerySelectorAll("ol.steps > li:first-child > p").Length.ShouldBe(2);
        html.QuerySelector("ol.steps + p")!.TextContent.ShouldBe("After.");
    }

    [Fact]
    public void Read_Table_HasCaptionAndHeadingsOfRowsAndColumns()
    {
        var html = Html(":::table What happens when\n| When | What |\n|---|---|\n| Week 6 | Yes or no |\n:::");
        html.QuerySelector("caption")!.TextContent.ShouldBe("What happens when");
        html.QuerySelectorAll("th[scope=col]").Select(head => head.TextContent).ShouldBe(["When", "What"]);
        html.QuerySelector("th[scope=row]")!.TextContent.ShouldBe("Week 6");
        html.QuerySelector("td")!.GetAttribute("data-label").ShouldBe("What");
    }

    [Fact]
    public void Read_Contact_DialsANumberAndLeavesWordsAlone()
    {
        var html = Html(":::contact The team\n- Phone: 01634 000000\n- Email: team@example.org\n:::\n\n:::contact Others\n- Phone: ask the council\n:::");
        html.QuerySelector("a.tel")!.GetAttribute("href").ShouldBe("tel:01634000000");
        html.QuerySelector("a[href^=mailto]")!.TextContent.ShouldBe("team@example.org");
        html.QuerySelectorAll(".contact")[1].QuerySelector("a").ShouldBeNull();
        html.QuerySelectorAll(".contact")[1].TextContent.ShouldContain("ask the council");
    }

    [Fact]
    public void Read_EveryOtherBlock_PrintsWhatItIsFor()
    {
        var html = Html("""
            :::info What happens next
            We write to you.
            :::

            :::warning Do not wait
            Ask now.
            :::

            :::address
            Gun Wharf
            Dock Road
            :::

            :::button
            [Ask for an assessment](/ehc-plans/ask)
            :::

            :::download
            [Form to ask with](media:form)
            :::

            :::quote A young person
            It helped me.
            :::

            :::words
            - EHC plan: A legal paper.
            :::

            :::timeline
            - Week 6: The council says yes or no.
            :::

            :::video How it works
            [Watch how it works](https://films.example/1)

            Hello. This is what happens.
            :::
            """);
        html.QuerySelectorAll(".note__title").Select(title => title.TextContent).ShouldBe(["What happens next", "Do not wait", "How it works"]);
        html.QuerySelector("p > br")!.PreviousSibling!.TextContent.ShouldBe("Gun Wharf");
        html.QuerySelector("a.button")!.GetAttribute("href").ShouldBe("/ehc-plans/ask");
        html.QuerySelector(".download")!.TextContent.ShouldContain("PDF, 120 KB");
        html.QuerySelector("figcaption")!.TextContent.ShouldBe("A young person");
        html.QuerySelector(".words dd")!.TextContent.ShouldBe("A legal paper.");
        html.QuerySelector(".timeline li b")!.TextContent.ShouldBe("Week 6");
        html.QuerySelector(".film details p")!.TextContent.ShouldBe("Hello. This is what happens.");
    }

    [Fact]
    public void Read_Headings_GetAnchorsOfTheirOwn()
    {
        var text = PageText.Read("## Who can ask?\n\nYou.\n\n## Who can ask?\n\nWe.\n\n## Café & “talk” {#the-talk}\n\nIt.\n\n## Talk\n\nNow.", TextKind.Full, Around);
        text.Headings.Select(heading => heading.Anchor).ShouldBe(["who-can-ask", "who-can-ask-2", "the-talk", "talk-2"]);
        text.Headings[2].Text.ShouldBe("Café & “talk”");
        text.Html.ShouldContain("<h2 id=\"the-talk\">Café &amp; “talk”</h2>");
    }

    [Fact]
    public void Read_GlossaryTerm_IsExplainedAtItsFirstUseOnly()
    {
        var text = PageText.Read("## EHC plan\n\n[Your EHC plan](/x) says so. An EHCP is an EHC plan. EHCPs last.", TextKind.Full, Around);
        var html = Parse(text);
        html.QuerySelectorAll("a.term").ShouldHaveSingleItem().TextContent.ShouldBe("EHCP");
        text.Words.ShouldHaveSingleItem().Term.ShouldBe("EHC plan");
        html.QuerySelector("a.term")!.GetAttribute("href").ShouldBe("#" + text.Words[0].Anchor);
        html.QuerySelector("p")!.TextContent.ShouldBe("Your EHC plan says so. An EHCP is an EHC plan. EHCPs last.");
    }

    [Fact]
    public void Read_Picture_ComesFromOurOwnWithItsWordsAndSizes()
    {
        var html = Html("![](media:map)\n\n![decorative](media:map)\n\n![The way in](media:map)");
        html.QuerySelectorAll("p.picture img").Select(picture => picture.GetAttribute("alt")).ShouldBe(["A map of \"Medway\" & <more>", "", "The way in"]);
        html.QuerySelector("img")!.GetAttribute("width").ShouldBe("800");
    }

    [Fact]
    public void Read_Text_GathersLinksMediaAndWords()
    {
        var text = PageText.Read("## A part {#a}\n\nSee [the plan](/plans#x), [the law](https://law.example/a) and [part](#a).\n\n![](media:map)\n\n[The form to use](media:form)", TextKind.Full, Around);
        text.Problems.ShouldBeEmpty();
        text.Links.ShouldBe(["/plans#x", "https://law.example/a"]);
        text.MediaKeys.ShouldBe(["form", "map"]);
        text.Plain.ShouldBe("A part\nSee the plan, the law and part.\nThe form to use");
    }

    [Fact]
    public void Read_EasyRead_IsOneIdeaAPictureAndASentenceALine()
    {
        var text = PageText.Read("## First\n\n:::idea d-school School\nSchool must help you first.\nThis is **the law**.\n:::\n\n:::idea d-plan A plan\nYou can [ask for a plan](/ehc-plans).\n:::", TextKind.EasyRead, Around);
        text.Problems.ShouldBeEmpty();
        var html = Parse(text);
        html.QuerySelectorAll("ul.easy__list > li").Length.ShouldBe(2);
        html.QuerySelectorAll("li:first-child p").Select(sentence => sentence.TextContent).ShouldBe(["School must help you first.", "This is the law."]);
        html.QuerySelectorAll("li > [data-icon]").Select(icon => icon.GetAttribute("data-icon")).ShouldBe(["d-school", "d-plan"]);
    }

    private static IElement Html(string markdown)
    {
        var text = PageText.Read(markdown, TextKind.Full, Around);
        text.Problems.Where(problem => problem.Weight != Weight.Hint).ShouldBeEmpty();
        return Parse(text);
    }

    private static IElement Parse(PageText text) => new HtmlParser().ParseDocument(text.Html).Body!;
}
