using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.OpenReferral;

/// <summary>The standard's own schemas judge every endpoint. They are not ours to copy, so they are read where <c>OPENREFERRAL_SCHEMAS</c> says.</summary>
[Collection(Reading.Name)]
[Proves("listings")]
public sealed class SchemaTests(App app)
{
    private static readonly string[] Lists = ["/services", "/service_at_locations", "/taxonomies", "/taxonomy_terms"];

    [Fact]
    public async Task EveryEndpoint_KeepsTheStandard()
    {
        var cases = new JsonArray { Case("root", "/", await app.ReadAsync("")) };
        foreach (var list in Lists)
        {
            var page = await app.ReadAsync($"{list}?per_page=100");
            cases.Add(Case(list, list, page));
            foreach (var item in page["contents"]!.AsArray())
            {
                cases.Add(Case($"{list}/{item!.Id()}", list + "/{id}", await app.ReadAsync($"{list}/{item!.Id()}")));
                if (list == "/service_at_locations")
                {
                    cases.Add(Case($"corrected {item!.Id()}", "compiled/service_at_location.json", await app.ReadAsync($"{list}/{item!.Id()}")));
                }
            }
        }

        foreach (var organization in (await app.ReadAsync("/organizations?per_page=100"))["contents"]!.AsArray())
        {
            cases.Add(Case("organization", "compiled/organization.json", organization!.DeepClone()));
        }

        cases.Count.ShouldBeGreaterThan(200);
        (await JudgeAsync(cases)).ShouldBeEmpty();
    }

    /// <summary>The control: each field that must be there is taken away once, and each time the judge sees it.</summary>
    [Fact]
    public async Task AnAnswerThatIsBroken_IsSeen()
    {
        var good = (await app.ReadAsync("/services?per_page=1"))["contents"]![0]!;
        JsonArray cases = [];
        foreach (var field in new[] { "id", "name", "status" })
        {
            var broken = good.DeepClone().AsObject();
            broken.Remove(field);
            cases.Add(Case(field, "/services/{id}", broken));
        }

        var wrong = good.DeepClone().AsObject();
        wrong["status"] = "open";
        cases.Add(Case("wrong", "/services/{id}", wrong));
        var empty = good.DeepClone().AsObject();
        empty["description"] = null;
        cases.Add(Case("null", "/services/{id}", empty));
        var faults = await JudgeAsync(cases);
        foreach (var name in new[] { "id", "name", "status", "wrong", "null" })
        {
            faults.ShouldContain(fault => fault.StartsWith(name + ":", StringComparison.Ordinal), name);
        }
    }

    private static JsonObject Case(string name, string schema, JsonNode data) => new() { ["name"] = name, ["schema"] = schema, ["data"] = data.DeepClone() };

    private static async Task<List<string>> JudgeAsync(JsonArray cases)
    {
        var schemas = Environment.GetEnvironmentVariable("OPENREFERRAL_SCHEMAS");
        Assert.SkipWhen(string.IsNullOrEmpty(schemas), "OPENREFERRAL_SCHEMAS does not say where the standard's schemas are.");
        var folder = Repository.At("tests/Modules/Listings.Tests/OpenReferral");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ajv")))
        {
            await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, "");
        }

        var said = await RunAsync("node", ["judge.mjs"], folder, new JsonObject { ["schemas"] = schemas, ["cases"] = cases }.ToJsonString());
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[^1].ShouldBe($"judged {cases.Count}");
        return [.. lines[..^1]];
    }

    private static async Task<string> RunAsync(string program, string[] words, string folder, string input)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.StandardInputEncoding = new UTF8Encoding(false);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
