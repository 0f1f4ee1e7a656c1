namespace Microsoft.DotNet.Interactive;

public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object value, params string[] mimeTypes) =>
        context.Add(new DisplayedValue(value));

    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType) =>
        context.Add(new DisplayedValue(value));
}
