using System.Text;
using Medway.LocalOffer.Platform.Modularity;

namespace Medway.LocalOffer.Cli;

/// <summary>What the modules declare, as Markdown: <c>docs/modules.md</c> is this text, and a test fails when it is stale.</summary>
internal static class Description
{
    public static string Of(IReadOnlyList<IModule> modules)
    {
        var text = new StringBuilder("# Modules\n\nWritten by `./dev describe`. Do not edit.\n");
        foreach (var module in modules)
        {
            text.Append('\n').Append("## ").Append(module.Name).Append("\n\n");
            text.Append(module.DbContext is null ? "Owns no data.\n" : $"Owns schema `{module.Name}`.\n");
            Table(text, "Permission", "Held by", module.Permissions.Select(permission => (
                permission.Name, permission.Description, permission.DefaultRoles.Length == 0 ? "everybody" : string.Join(", ", permission.DefaultRoles))));
            Table(text, "Audit event", null, module.AuditEvents.Select(audit => (audit.Name, audit.Description, "")));
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, string name, string? last, IEnumerable<(string Name, string Description, string Last)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        text.Append('\n').AppendJoin(" | ", ["| " + name, "What", .. last is null ? Array.Empty<string>() : [last]]).Append(" |\n");
        text.Append(last is null ? "|---|---|\n" : "|---|---|---|\n");
        foreach (var row in list)
        {
            text.AppendJoin(" | ", [$"| `{row.Name}`", row.Description, .. last is null ? Array.Empty<string>() : [row.Last]]).Append(" |\n");
        }
    }
}
