using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary>
/// An empty box posts "", and a property that cannot be null is given just that: neither null behind the compiler's back, nor the framework's
/// own complaint beside the one that the operation's validator makes.
/// </summary>
internal sealed class EmptyTextIsText : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is { ModelType: var type, PropertyInfo: { } property }
            && type == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
