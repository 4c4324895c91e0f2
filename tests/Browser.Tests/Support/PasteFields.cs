namespace Medway.LocalOffer.Browser.Tests;

/// <summary>The fields of a page into which somebody may want to paste, and those that do not take it.</summary>
internal sealed class PasteFields
{
    /// <summary>How many fields there are, and the names of those that refuse what is pasted.</summary>
    public const string Script = """
        () => {
          const fields = [...document.querySelectorAll("main input:not([type=hidden],[type=checkbox],[type=radio],[type=file]), main textarea")];
          const refuses = field => !field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() }));
          return { count: fields.length, refusing: fields.filter(field => refuses(field) || field.readOnly || field.disabled).map(field => field.name) };
        }
        """;

    public int Count { get; init; }

    public string[] Refusing { get; init; } = [];
}
