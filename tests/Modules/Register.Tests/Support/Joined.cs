using System.Net;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests;

/// <summary>A family that joined on the website, and the words that nobody else has.</summary>
internal sealed record Joined(Guid EntryId, Guid ChildId, Guid ParentId, IReadOnlyList<string> OfTheChild, IReadOnlyList<string> OfTheParent)
{
    /// <param name="mark">Some letters that stand nowhere else.</param>
    public static async Task<Joined> JoinAsync(App app, string mark, DateOnly born)
    {
        using var client = app.CreateClientWith();
        await (await client.PageAsync("/join/register")).SubmitAsync(client, "main form[method=post]");
        foreach (var (step, fields) in new (string, (string, string?)[])[]
        {
            ("who", [("Input.IsForSelf", "child")]),
            ("child", [("Input.ChildGiven", $"{mark}given"), ("Input.ChildFamily", $"{mark}family"), .. Given.Date("Input.BornOn", born)]),
            ("home", [("Input.Street", $"1 {mark}street"), ("Input.Town", "Sampletown"), ("Input.Postcode", Given.Postcode)]),
            ("you", [("Input.OwnGiven", $"{mark}mother"), ("Input.OwnFamily", $"{mark}surname"), ("Input.Relationship", nameof(RelationshipKind.Parent))]),
            ("contact", [("Input.Contact", $"{mark}mail@example.org")]), ("day", [("Input.Difficulties", nameof(Difficulty.Hearing))]),
            ("school", [("Input.School", $"{mark}school"), ("Input.Wanted", $"{mark}wanted")]), ("choices", [("Choices[share-parent-forum]", "yes"), ("Choices[share-school]", "yes")]), ("check", []),
        })
        {
            var next = await client.FillInAsync($"/join/register/{step}", fields);
            next.Status.ShouldBe(HttpStatusCode.Redirect, $"{step}: {next.MainText}");
        }

        var reference = (await client.PageAsync("/join/register/done")).One("[role=status] b").TextContent;
        var entry = await app.AskAsync<RegisterReader, RegisterEntry>(reader => reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleAsync(one => one.Reference == reference, Given.Now));
        return new Joined(
            entry.Id, entry.ChildId, entry.ApplicantId, [$"{mark}given", $"{mark}family", $"{born:yyyy-MM-dd}", $"{mark}street", $"{mark}school", $"{mark}wanted"],
            [$"{mark}mother", $"{mark}surname", $"{mark}mail"]);
    }
}
