using System.Text.Json;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>A fact or a choice that staff can change without a release. Declared as a static field beside the module that reads it.</summary>
public abstract class Setting
{
    private protected Setting(string name, string description, bool isPublic)
    {
        Name = name;
        Description = description;
        IsPublic = isPublic;
    }

    /// <summary><c>group.name</c>, for example <c>site.partnership</c>. Stored: renaming it loses what staff typed.</summary>
    public string Name { get; }

    /// <summary>What it is for, in one plain sentence for the settings page.</summary>
    public string Description { get; }

    /// <summary>True when the public site may read it; the database holds the public login to that.</summary>
    public bool IsPublic { get; }

    /// <summary>The value that stands when nothing is stored.</summary>
    internal abstract string DefaultJson { get; }

    /// <summary>Whether this stored text (null: nothing is stored) leaves the setting without a value.</summary>
    internal abstract bool IsUnset(string? json);

    /// <summary>Whether this text can be read as a value of this setting.</summary>
    internal abstract bool Accepts(string json);

    /// <summary>What is wrong with this value, in words for the person who typed it; null when it is good. The text is one that it accepts.</summary>
    internal abstract string? Complaint(string json);

    /// <summary>A value in words for a page: text as it is, other things as JSON; null when there is none.</summary>
    internal string? Words(string json) => IsUnset(json) ? null : JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.String } text ? text.GetString() : json;
}

/// <inheritdoc/>
/// <typeparam name="T">Anything that System.Text.Json reads and writes. Nullable for a fact that nobody has confirmed yet.</typeparam>
/// <param name="complaint">Says what is wrong with a value that can be read but makes no sense; null when it is good.</param>
public sealed class Setting<T>(string name, T @default, string description, bool isPublic = false, Func<T, string?>? complaint = null)
    : Setting(name, description, isPublic)
{
    /// <summary>Its value until staff set another.</summary>
    public T Default { get; } = @default;

    internal override string DefaultJson => Write(Default);

    internal T Read(string? json) => json is null ? Default : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;

    internal static string Write(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    internal override bool IsUnset(string? json) => Read(json) is null or "";

    internal override string? Complaint(string json) => complaint?.Invoke(Read(json));

    internal override bool Accepts(string json)
    {
        try
        {
            Read(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
