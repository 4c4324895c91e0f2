using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("Id", "id")]
    [InlineData("ActorKind", "actor_kind")]
    [InlineData("HTMLText", "html_text")]
    [InlineData("PK_audit_entries", "pk_audit_entries")]
    [InlineData("IX_jobs_DueAt", "ix_jobs_due_at")]
    [InlineData("Sha256", "sha256")]
    public void SnakeCase_Name_IsWhatPeopleWriteInSql(string name, string expected) =>
        SnakeCaseConvention.SnakeCase(name).ShouldBe(expected);

    [Fact]
    public void EnumText_EveryKind_ComesBackAsItself()
    {
        var converter = new EnumText<ActorKind>();
        foreach (var kind in Enum.GetValues<ActorKind>())
        {
            converter.ConvertFromProvider(converter.ConvertToProvider(kind)).ShouldBe(kind);
        }

        converter.ConvertToProvider(ActorKind.PanelCode).ShouldBe("panel_code");
    }
}
