using System.Text;
using System.Xml.Linq;
using Medway.LocalOffer.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Medway.LocalOffer.Platform.Protection;

public static class SharedKeyRing
{
    /// <summary>
    /// The framework's data protection (cookies, anti-forgery) with its keys in the database, read by the private login alone and encrypted:
    /// hosts share sign-ins, and a restart keeps them.
    /// </summary>
    public static IServiceCollection AddSharedKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("medway-local-offer");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyRingTable(provider.GetRequiredService<Databases>(), provider.GetRequiredService<TimeProvider>());
            options.XmlEncryptor = new KeyRingEncryptor(provider.GetRequiredService<FieldCipher>());
        }));
        return services;
    }
}

/// <summary>The key ring in <c>platform.data_protection_keys</c>. The framework asks for it without waiting.</summary>
internal sealed class KeyRingTable(Databases databases, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var apart = OneTransaction.Apart();
        using var command = databases.For(DatabaseLogin.Private).CreateCommand("select xml from platform.data_protection_keys order by id");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
        {
            elements.Add(XElement.Parse(reader.GetString(0)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var apart = OneTransaction.Apart();
        var now = clock.GetUtcNow();
        using var command = databases.For(DatabaseLogin.Private).CreateCommand(
            "insert into platform.data_protection_keys (id, name, xml, created_at) values ($1, $2, $3, $4)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = friendlyName });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = element.ToString(SaveOptions.DisableFormatting) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.ExecuteNonQuery();
    }
}

internal sealed class KeyRingEncryptor(FieldCipher cipher) : IXmlEncryptor
{
    public const string Place = "platform.data_protection_keys.xml";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var element = new XElement("encryptedKey", Convert.ToBase64String(cipher.Encrypt(KeyUse.Sessions, Place, plain)));
        return new EncryptedXmlInfo(element, typeof(KeyRingDecryptor));
    }
}

/// <summary>The framework makes it from the name that the encryptor left in the XML.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var stored = Convert.FromBase64String(encryptedElement.Value);
        return XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<FieldCipher>().Decrypt(KeyUse.Sessions, KeyRingEncryptor.Place, stored)));
    }
}
