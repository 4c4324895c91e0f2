using System.Globalization;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Medway.LocalOffer.Listings.Features.Staff.WriteService;

/// <summary>A service as a form holds it: texts, as somebody typed them.</summary>
internal sealed class ServiceForm
{
    public string? Name { get; set; }

    public string? Slug { get; set; }

    public string? Summary { get; set; }

    public Guid OrganisationId { get; set; }

    public string? Type { get; set; }

    public string? Level { get; set; }

    public string? AgeFrom { get; set; }

    public string? AgeTo { get; set; }

    public List<string> Needs { get; set; } = [];

    public string? Eligibility { get; set; }

    public string? DiagnosisNeeded { get; set; }

    public string? IsOnline { get; set; }

    public string? ComesToYou { get; set; }

    public List<string> Areas { get; set; } = [];

    /// <summary>Those that stay; ids.</summary>
    public List<Guid> Places { get; set; } = [];

    public Guid? AddPlace { get; set; }

    public string? JoinRoute { get; set; }

    public string? Times { get; set; }

    public string? Sessions { get; set; }

    public string? Costs { get; set; }

    public Dictionary<string, string> Facts { get; set; } = [];

    public Dictionary<string, string> Notes { get; set; } = [];

    public List<string> Languages { get; set; } = [];

    public string? Interpreter { get; set; }

    public string? FirstVisit { get; set; }

    public string? WhoDecides { get; set; }

    public string? HowToGet { get; set; }

    public string? UsualWait { get; set; }

    public string? IfRefused { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public short CheckMonths { get; set; } = Freshness.UsualMonths;

    public static ServiceForm Of(ServiceDocument service)
    {
        var (facts, notes) = FactFields.Of(service.Facts);
        return new ServiceForm
        {
            Name = service.Name,
            Slug = service.Slug,
            Summary = service.Summary,
            OrganisationId = service.OrganisationId,
            Type = service.Type,
            Level = service.Level?.ToString(),
            AgeFrom = service.AgeFrom?.ToString(CultureInfo.InvariantCulture),
            AgeTo = service.AgeTo?.ToString(CultureInfo.InvariantCulture),
            Needs = [.. service.Needs],
            Eligibility = service.Eligibility,
            DiagnosisNeeded = Typed.YesNo(service.DiagnosisNeeded),
            IsOnline = Typed.YesNo(service.IsOnline ? true : null),
            ComesToYou = Typed.YesNo(service.ComesToYou),
            Areas = [.. service.Areas],
            Places = [.. service.Places],
            JoinRoute = service.JoinRoute.ToString(),
            Times = service.Times,
            Sessions = Typed.Lines(service.Sessions),
            Costs = Typed.Lines(service.Costs),
            Facts = facts,
            Notes = notes,
            Languages = [.. service.Languages],
            Interpreter = Typed.YesNo(service.Interpreter),
            FirstVisit = service.FirstVisit,
            WhoDecides = service.WhoDecides,
            HowToGet = service.HowToGet,
            UsualWait = service.UsualWait,
            IfRefused = service.IfRefused,
            Phone = service.Phone,
            Email = service.Email,
            Website = service.Website,
            CheckMonths = service.CheckMonths,
        };
    }

    /// <param name="state">Takes what cannot be read; keys begin with <c>Form.</c></param>
    /// <param name="areas">Codes that there are.</param>
    public ServiceDocument Read(ModelStateDictionary state, IEnumerable<string> areas) => new()
    {
        Name = Typed.Text(Name) ?? "",
        Slug = Typed.Text(Slug) ?? NaturalKey.Slug(Name ?? ""),
        Summary = Typed.Text(Summary) ?? "",
        OrganisationId = OrganisationId,
        Type = Type ?? "",
        Level = Enum.TryParse<ShortBreakLevel>(Level, out var level) && Enum.IsDefined(level) ? level : null,
        AgeFrom = Typed.Age(state, "Form.AgeFrom", AgeFrom),
        AgeTo = Typed.Age(state, "Form.AgeTo", AgeTo),
        Needs = [.. Vocabulary.Needs.Where(Needs.Contains)],
        Eligibility = Typed.Text(Eligibility),
        DiagnosisNeeded = Typed.YesNo(DiagnosisNeeded),
        IsOnline = IsOnline == "yes",
        ComesToYou = Typed.YesNo(ComesToYou),
        Areas = [.. areas.Where(Areas.Contains).Order(StringComparer.Ordinal)],
        Places = [.. Places.Append(AddPlace ?? Guid.Empty).Where(id => id != Guid.Empty).Distinct()],
        JoinRoute = Enum.TryParse<JoinRoute>(JoinRoute, out var route) && Enum.IsDefined(route) ? route : Domain.JoinRoute.Unknown,
        Times = Typed.Text(Times),
        Sessions = Typed.Sessions(state, "Form.Sessions", Sessions),
        Costs = Typed.Costs(state, "Form.Costs", Costs),
        Facts = Typed.Facts(state, Facts, Notes, "Form."),
        Languages = [.. LanguageWords.All.Keys.Where(Languages.Contains)],
        Interpreter = Typed.YesNo(Interpreter),
        FirstVisit = Typed.Text(FirstVisit),
        WhoDecides = Typed.Text(WhoDecides),
        HowToGet = Typed.Text(HowToGet),
        UsualWait = Typed.Text(UsualWait),
        IfRefused = Typed.Text(IfRefused),
        Phone = Typed.Text(Phone),
        Email = Typed.Text(Email),
        Website = Typed.Text(Website),
        CheckMonths = CheckMonths,
    };
}
